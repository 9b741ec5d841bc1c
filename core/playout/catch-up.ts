import type { Airing } from "./airing";
import { type MediaWindow, segmentsOf, tableOf } from "./media-window";
import type { SegmentTable } from "./segment-table";

/** The longest time for which what aired can be watched again. */
export const MAX_CATCH_UP_HOURS = 24 * 14;

/**
 * Files stay so much longer than the catch-up of their channel, for those who began to watch in its last moment:
 * longer than a programme lasts (8216bis 6.2.2).
 */
export const CATCH_UP_GRACE_HOURS = 12;

/** How long after the end of what is known a programme counts as over, though nothing follows it: the channel left the air. */
const SILENCE_MS = 60_000;

/** A programme from its start: everything of it that has aired until now, and whether more will come. */
export interface ProgrammeWindow {
  window: MediaWindow;
  isOver: boolean;
}

/**
 * What can be watched of a programme at `nowMs`: the segments of its airings that have aired, breaks included. They
 * keep the numbers that they had on the channel. Null before the first of them has aired.
 * @param airings of the programme, in order of time
 * @param isFollowed whether the channel has an airing after the last of them
 */
export function programmeWindow(
  airings: readonly Airing[],
  tables: ReadonlyMap<string, SegmentTable>,
  nowMs: number,
  isFollowed: boolean,
): ProgrammeWindow | null {
  const nowUs = nowMs * 1000;
  const unbroken = numberedInOne(airings);
  const all = unbroken.flatMap((airing) => segmentsOf(airing, tableOf(tables, airing)));
  const segments = all.filter((segment) => segment.endsAtUs <= nowUs);
  const head = unbroken[0];
  const last = unbroken.at(-1);
  if (!head || !last || segments.length === 0) return null;
  const hasEnded = last.endsAtUs <= nowUs;
  return {
    window: {
      mediaSequence: head.mediaSequence,
      discontinuitySequence: head.discontinuitySequence - 1, // its own tag is listed
      segments,
      before: null,
      changesAtUs: all[segments.length]?.endsAtUs ?? null,
    },
    isOver: hasEnded && (isFollowed || nowUs - last.endsAtUs > SILENCE_MS * 1000),
  };
}

/** A programme that was left for another one and taken up again ends where it was left: a playlist's numbers have no hole. */
function numberedInOne(airings: readonly Airing[]): Airing[] {
  const end = airings.findIndex((airing, index) => {
    const before = airings[index - 1];
    return before !== undefined && airing.mediaSequence !== before.mediaSequence + before.segmentCount;
  });
  return end === -1 ? [...airings] : airings.slice(0, end);
}
