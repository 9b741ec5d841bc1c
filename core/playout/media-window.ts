import { type Airing, tableIdOf, WINDOW_MS, WINDOW_SEGMENTS } from "./airing";
import type { SegmentTable } from "./segment-table";

/** One listed segment: which of its item, when, and whether an airing begins with it. */
export interface WindowSegment {
  airing: Airing;
  table: SegmentTable;
  index: number;
  startsAtUs: number;
  endsAtUs: number;
  /** True for the first segment of an airing, which a DISCONTINUITY tag precedes. */
  opens: boolean;
}

/** What the playlists of a channel list at an instant: the same for all variants and the audio. */
export interface MediaWindow {
  mediaSequence: number;
  discontinuitySequence: number;
  segments: WindowSegment[];
  /** What was on air until the first listed airing began; null after a time off air. */
  before: Airing | null;
  /** When the next segment is listed; null when nothing more is committed. */
  changesAtUs: number | null;
}

/**
 * The window at `nowMs`. A segment is listed once its end lies in the past. The head is dropped while the rest still
 * lasts `WINDOW_MS` and has `WINDOW_SEGMENTS`. The window never spans a time off air. All of it is computed on the
 * video table, so that numbers and dates agree between renditions. Null when nothing is listed.
 * @param airings in order of time, from before the window on
 * @param tables by encoding id, and `slate`
 */
export function mediaWindow(
  airings: readonly Airing[],
  tables: ReadonlyMap<string, SegmentTable>,
  nowMs: number,
): MediaWindow | null {
  const nowUs = nowMs * 1000;
  const onAir = airings.findLastIndex((airing) => airing.startsAtUs < nowUs);
  const segments: WindowSegment[] = [];
  let head: Airing | null = null;
  let lengthUs = 0;
  let full = false;
  for (let at = onAir; at >= 0 && !full; at--) {
    const airing = airings[at] as Airing;
    if (at < onAir && airing.endsAtUs !== (airings[at + 1] as Airing).startsAtUs) break;
    const complete = segmentsOf(airing, tableOf(tables, airing)).filter((segment) => segment.endsAtUs <= nowUs);
    for (let index = complete.length - 1; index >= 0 && !full; index--) {
      const segment = complete[index] as WindowSegment;
      segments.unshift(segment);
      lengthUs += segment.endsAtUs - segment.startsAtUs;
      head = airing;
      full = lengthUs >= WINDOW_MS * 1000 && segments.length >= WINDOW_SEGMENTS;
    }
  }
  const first = segments[0];
  if (!head || !first) return null;
  return {
    mediaSequence: head.mediaSequence + first.index - head.firstSegment,
    // Counts the tags that have left the window; the head's own tag is still in it (RFC 8216 §6.2.2).
    discontinuitySequence: head.discontinuitySequence - (first.opens ? 1 : 0),
    segments,
    before: beforeOf(airings, head),
    changesAtUs: nextEndUs(airings, tables, onAir, nowUs),
  };
}

function beforeOf(airings: readonly Airing[], head: Airing): Airing | null {
  const before = airings[airings.indexOf(head) - 1];
  return before?.endsAtUs === head.startsAtUs ? before : null;
}

/** When the first segment that is not listed yet comes to its end. */
function nextEndUs(
  airings: readonly Airing[],
  tables: ReadonlyMap<string, SegmentTable>,
  onAir: number,
  nowUs: number,
): number | null {
  for (const airing of airings.slice(onAir, onAir + 2)) {
    const next = segmentsOf(airing, tableOf(tables, airing)).find((segment) => segment.endsAtUs > nowUs);
    if (next) return next.endsAtUs;
  }
  return null;
}

/** The segments of an airing with their media time, which is rounded once from its start and so never drifts. */
export function segmentsOf(airing: Airing, table: SegmentTable): WindowSegment[] {
  const { timescale, ticks } = table.video;
  let startsAtUs = airing.startsAtUs;
  let sum = 0;
  return Array.from({ length: airing.segmentCount }, (_, offset) => {
    const index = airing.firstSegment + offset;
    sum += ticks[index] ?? 0;
    const endsAtUs = airing.startsAtUs + Math.round((sum * 1_000_000) / timescale);
    const segment = { airing, table, index, startsAtUs, endsAtUs, opens: offset === 0 };
    startsAtUs = endsAtUs;
    return segment;
  });
}

export function tableOf(tables: ReadonlyMap<string, SegmentTable>, airing: Airing): SegmentTable {
  const table = tables.get(tableIdOf(airing));
  if (!table) throw new Error(`the segment table of ${tableIdOf(airing)} is not loaded`);
  return table;
}
