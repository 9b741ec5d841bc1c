import { addDays, type DayName, dayOf, stretchOfDay } from "../schedule/grid-day";

/** How many days ahead a viewer looks through. */
export const GUIDE_DAYS = 7;

/** The days that a viewer in a time zone can look at, today first. */
export function guideDays(nowMs: number, timeZone: string): DayName[] {
  const today = dayOf(nowMs, timeZone);
  return Array.from({ length: GUIDE_DAYS }, (_, index) => addDays(today, index));
}

/**
 * What a guide asks for to show a day: of today what is still to come, to the minute, so that the question stays the
 * same for a while; of the others all.
 */
export function guideWindow(day: DayName, nowMs: number, timeZone: string): { from: string; to: string } {
  const { fromMs, toMs } = stretchOfDay(day, timeZone);
  const from = Math.max(fromMs, Math.floor(nowMs / 60_000) * 60_000);
  return { from: new Date(Math.min(from, toMs - 1)).toISOString(), to: new Date(toMs).toISOString() };
}
