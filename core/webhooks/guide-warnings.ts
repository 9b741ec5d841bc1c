import { gapsIn, type Stretch } from "../schedule/gaps";

const HOUR_MS = 3_600_000;
/** How far ahead gaps are told of. */
export const GAP_AHEAD_MS = 6 * HOUR_MS;
/** How long before the slate a channel is at risk. */
export const RISK_AHEAD_MS = 2 * HOUR_MS;
/** A shorter gap is a rounding of somebody's, not worth a message. */
const SHORTEST_GAP_MS = 5_000;

/** The guide of a channel for the coming hours. Where filler plays there are no gaps. */
export interface GuideAhead {
  nowMs: number;
  /** In order of time, without overlap. */
  blocks: readonly Stretch[];
  /** The first block that starts after those hours; null when there is none. */
  nextStartMs: number | null;
}

/** A gap whose end is null has nothing after it. */
export interface GapAhead {
  fromMs: number;
  toMs: number | null;
}

/** Every gap that begins within the coming hours. */
export function gapsAhead({ nowMs, blocks, nextStartMs }: GuideAhead): GapAhead[] {
  const untilMs = nowMs + GAP_AHEAD_MS;
  return gapsIn({ fromMs: nowMs, toMs: untilMs }, blocks)
    .map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs === untilMs ? nextStartMs : toMs }))
    .filter(({ fromMs, toMs }) => toMs === null || toMs - fromMs >= SHORTEST_GAP_MS);
}

/** When the slate comes soon and stays: nothing follows it within the hours that are looked at. Null when it does not. */
export function slateFromMs({ nowMs }: Pick<GuideAhead, "nowMs">, gaps: readonly GapAhead[]): number | null {
  const last = gaps.at(-1);
  if (!last || (last.toMs !== null && last.toMs < nowMs + GAP_AHEAD_MS)) return null;
  return last.fromMs <= nowMs + RISK_AHEAD_MS ? last.fromMs : null;
}

/** What was told of, by the stretch that it was about. */
export interface Told extends Stretch {
  id: string;
}

/**
 * Compares what is ahead with what was told: a gap that overlaps one that was told of is the same, however its ends have
 * moved. What was told of and is ahead no longer is forgotten, so that it is told of again should it come back.
 */
export function compareTold(ahead: readonly GapAhead[], told: readonly Told[]) {
  const overlaps = (gap: GapAhead, { fromMs, toMs }: Stretch) =>
    gap.fromMs < toMs && (gap.toMs ?? Number.POSITIVE_INFINITY) > fromMs;
  const kept = told.flatMap((before) => {
    const now = ahead.find((gap) => overlaps(gap, before));
    return now ? [{ id: before.id, gap: now }] : [];
  });
  return {
    fresh: ahead.filter((gap) => !told.some((before) => overlaps(gap, before))),
    kept,
    forgotten: told.filter((before) => !kept.some(({ id }) => id === before.id)).map(({ id }) => id),
  };
}
