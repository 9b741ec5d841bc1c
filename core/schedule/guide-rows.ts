import type { Stretch } from "./gaps";
import { addDays, type DayName, stretchOfDay } from "./grid-day";

/** A line of the guide: a channel through time, or one day of a channel. Time zero of the axis is its `fromMs`. */
export interface GuideRow extends Stretch {
  id: string;
  channelId: string;
  /** The day that it shows, where rows are days. */
  day: DayName | null;
}

/** One row for each channel, all through the same stretch. */
export function channelRows(channelIds: readonly string[], stretch: Stretch): GuideRow[] {
  return channelIds.map((channelId) => ({ id: channelId, channelId, day: null, ...stretch }));
}

/** Seven rows, one for each day from `monday` on: 23, 24 or 25 hours long. */
export function weekRows(channelId: string, monday: DayName, timeZone: string): GuideRow[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    return { id: `${channelId} ${day}`, channelId, day, ...stretchOfDay(day, timeZone) };
  });
}

/** The row on which an instant of a channel is drawn, −1 where there is none. */
export function rowIndexOf(rows: readonly GuideRow[], channelId: string, atMs: number): number {
  return rows.findIndex((row) => row.channelId === channelId && atMs >= row.fromMs && atMs < row.toMs);
}
