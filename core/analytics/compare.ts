import { addDays, dayOf, instantOn, stretchOfDay, wallClockMs } from "../schedule/grid-day";
import { ceilTo, MINUTE_MS, type Window } from "./buckets";
import type { Change, Figures } from "./contract";

/**
 * Today so far, and the same weekday a week ago up to the same time of day, by the clocks of a time zone. The minute
 * that runs belongs to both.
 */
export function comparedDays(nowMs: number, timeZone: string): { today: Window; lastWeek: Window } {
  const today = dayOf(nowMs, timeZone);
  const then = addDays(today, -7);
  const timeOfDayMs = wallClockMs(nowMs, timeZone) - Date.parse(`${today}T00:00:00Z`);
  const fromMs = stretchOfDay(today, timeZone).fromMs;
  const thenMs = instantOn(then, timeOfDayMs, timeZone, nowMs - 7 * 24 * 60 * MINUTE_MS);
  return {
    today: { fromMs, toMs: afterMinute(nowMs) },
    lastWeek: { fromMs: stretchOfDay(then, timeZone).fromMs, toMs: afterMinute(thenMs) },
  };
}

function afterMinute(ms: number): number {
  return ceilTo(ms + 1, MINUTE_MS);
}

/** Growth of every figure as a fraction; null where there was nothing to grow from. */
export function changeOf(now: Figures, before: Figures): Change {
  const growth = (field: keyof Figures) => (before[field] === 0 ? null : (now[field] - before[field]) / before[field]);
  return {
    views: growth("views"),
    viewers: growth("viewers"),
    watchSeconds: growth("watchSeconds"),
    impressions: growth("impressions"),
  };
}
