/**
 * A stretch of one item that a channel plays, numbered for ever. Times are media time in milliseconds since the
 * Unix epoch. Airings of a channel never overlap; each starts where the one before ends, except after a time off air.
 */
export interface Airing {
  id: string;
  kind: "content" | "filler" | "slate";
  contentItemId: string | null;
  /** Null for the slate. */
  encodingId: string | null;
  blockId: string | null;
  startsAtMs: number;
  endsAtMs: number;
  /** Index in the encoding of the first segment that plays. */
  firstSegment: number;
  segmentCount: number;
  /** Media sequence number of the first segment. */
  mediaSequence: number;
  /** Discontinuity sequence number of the airing's segments. */
  discontinuitySequence: number;
}

/** How far ahead of now the airings of a channel are decided. */
export const COMMIT_HORIZON_MS = 60_000;
