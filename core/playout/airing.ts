/**
 * A stretch of one item that a channel plays, numbered for ever. Times are media time in whole microseconds since
 * the Unix epoch: segments rarely last whole milliseconds, and what rounding loses at every loop of the slate would
 * add up to seconds a day. Airings of a channel never overlap; each starts where the one before ends, except after a
 * time off air. Channel and media sequence number name an airing.
 */
export interface Airing {
  kind: "content" | "filler" | "slate";
  contentItemId: string | null;
  /** Null for the slate. */
  encodingId: string | null;
  /** The block it plays for; null in a gap. */
  blockId: string | null;
  /** What players are told of the block; null in a gap. */
  programme: Programme | null;
  /** The caption track that airs with it, chosen when it was committed; null where the item has none. */
  captionId: string | null;
  startsAtUs: number;
  endsAtUs: number;
  /** Index in the encoding of the first segment that plays. */
  firstSegment: number;
  segmentCount: number;
  /** Media sequence number of the first segment. */
  mediaSequence: number;
  /** Discontinuity sequence number of the airing's segments. */
  discontinuitySequence: number;
}

/** What is known of a block when it goes on air. It is kept with its airings, so that what was listed never changes. */
export interface Programme {
  kind: "content" | "filler" | "ad_break";
  title: string;
  /** Media time of the block's first segment. */
  startsAtUs: number;
  /** When the block was to end. */
  plannedEndMs: number;
  /**
   * The block with which the programme began. Parts of one item with nothing but breaks between them, and those
   * breaks, have the first part's; every other block its own.
   */
  headBlockId: string;
  /** Of a break: where what it interrupts goes on. */
  resume: { encodingId: string; segment: number } | null;
}

/** How far ahead of now the airings of a channel are decided, at least. */
export const COMMIT_HORIZON_MS = 60_000;

/** How much is decided beyond the horizon, so that a quiet channel is written once in this time. */
export const COMMIT_STEP_MS = 12_000;

/** A playlist lists at least this much media and this many segments. */
export const WINDOW_MS = 60_000;
export const WINDOW_SEGMENTS = 10;

/**
 * How far in the past a channel's timeline begins when it goes on air, so that its first playlist is a full window:
 * the window, the segment that is not complete yet, and a second of reserve.
 */
export const LEAD_MS = WINDOW_MS + 6_000;

/** Key of an airing's segment table. */
export function tableIdOf(airing: Pick<Airing, "encodingId">): string {
  return airing.encodingId ?? SLATE_ID;
}

export const SLATE_ID = "slate";

/** The stretch of media time that is to be decided at `nowMs`; null while enough is. */
export function undecided(newest: Airing | null, nowMs: number): { fromUs: number; untilUs: number } | null {
  if (newest && newest.endsAtUs >= (nowMs + COMMIT_HORIZON_MS) * 1000) return null;
  return {
    fromUs: Math.max(newest?.endsAtUs ?? 0, (nowMs - LEAD_MS) * 1000),
    untilUs: (nowMs + COMMIT_HORIZON_MS + COMMIT_STEP_MS) * 1000,
  };
}
