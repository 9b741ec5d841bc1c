/** What became of what was to air. */
export const AS_RUN_OUTCOMES = [
  "on_air",
  "as_scheduled",
  "cut",
  "joined_late",
  "filler",
  "slate",
  "missed",
  /** Content of a loop, which no block asks for. */
  "looped",
] as const;
export type AsRunOutcome = (typeof AS_RUN_OUTCOMES)[number];

/** Playout keeps the schedule to within half of the longest segment: that much is no deviation worth a name. */
export const ON_TIME_MS = 2_600;

/** An airing with the block that it played for, times in milliseconds with a fraction. */
export interface AiredFacts {
  kind: "content" | "filler" | "slate";
  startsAtMs: number;
  endsAtMs: number;
  /** Null in a gap. */
  block: {
    kind: "content" | "filler" | "ad_break";
    startsAtMs: number;
    endsAtMs: number;
    /** When the first airing for the block began, and the last ended. */
    firstStartsAtMs: number;
    lastEndsAtMs: number;
  } | null;
}

export interface AiredJudgement {
  outcome: AsRunOutcome;
  deviationMs: number | null;
  endDeviationMs: number | null;
}

/**
 * What became of an airing. A part of a block that goes on after a break deviates from nothing: only the first part
 * has a scheduled start and only the last a scheduled end.
 */
export function judgeAiring(airing: AiredFacts, nowMs: number): AiredJudgement {
  const { block } = airing;
  const isOnAir = airing.endsAtMs > nowMs;
  const isBlock = block !== null && block.kind !== "ad_break";
  const isFirst = block?.firstStartsAtMs === airing.startsAtMs;
  const isLast = block?.lastEndsAtMs === airing.endsAtMs && !isOnAir;
  const deviationMs = block && isFirst ? Math.round(airing.startsAtMs - block.startsAtMs) : null;
  const endDeviationMs = block && isLast ? Math.round(airing.endsAtMs - block.endsAtMs) : null;
  const outcome = (): AsRunOutcome => {
    if (isOnAir) return "on_air";
    if (!isBlock) return airing.kind === "content" ? "looped" : airing.kind;
    if ((deviationMs ?? 0) > ON_TIME_MS) return "joined_late";
    return (endDeviationMs ?? 0) < -ON_TIME_MS ? "cut" : "as_scheduled";
  };
  return { outcome: outcome(), deviationMs, endDeviationMs };
}

/** What is known of a block that did not air. */
export interface MissedFacts {
  startsAtMs: number;
  endsAtMs: number;
  /** Whether the channel played anything at all in the block's time. */
  channelWasOnAir: boolean;
  item: {
    status: string;
    deletedAtMs: number | null;
    rightsFromMs: number | null;
    rightsUntilMs: number | null;
  } | null;
}

/** Why a block did not air, in a sentence; null where nothing tells. */
export function whyMissed(block: MissedFacts): string | null {
  const { item } = block;
  if (!block.channelWasOnAir) return "The channel was off the air.";
  if (item?.deletedAtMs != null && item.deletedAtMs < block.endsAtMs) return "Its item was deleted.";
  if (item && (block.startsAtMs < (item.rightsFromMs ?? 0) || block.endsAtMs > (item.rightsUntilMs ?? Infinity)))
    return "It lay outside of the item's rights.";
  if (item && item.status !== "ready" && item.status !== "deleted") return "Its item was not ready.";
  if (block.endsAtMs - block.startsAtMs <= ON_TIME_MS) return "It was shorter than half a segment.";
  return null;
}
