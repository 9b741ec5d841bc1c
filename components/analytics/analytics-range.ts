import type { Interval } from "@/core/analytics/contract";
import { addDays, type DayName, dayOf, isDayName, stretchOfDay } from "@/core/schedule/grid-day";

/** Whole days of a time zone, the last one included. */
export interface DayRange {
  from: DayName;
  to: DayName;
}

export const PRESETS = { today: 1, "7d": 7, "28d": 28, "90d": 90 } as const;
export type Preset = keyof typeof PRESETS;

/** What the page shows, from its address. */
export interface AnalyticsState {
  /** Null where two days were chosen by hand. */
  preset: Preset | null;
  days: DayRange;
  channelId: string | null;
  contentItemId: string | null;
}

const LONGEST_DAYS = 366;
const MINUTES_KEPT_DAYS = 34;
const LONGEST_HOURLY_DAYS = 31;

/** The state of an address; days that make no sense fall back to today. */
export function readAnalyticsState(search: { get(name: string): string | null }, today: DayName): AnalyticsState {
  const others = { channelId: search.get("channel"), contentItemId: search.get("item") };
  const [from, to] = [search.get("from"), search.get("to")];
  if (isDayName(from) && isDayName(to) && from <= to && to <= today && addDays(from, LONGEST_DAYS) > to) {
    return { preset: null, days: { from, to }, ...others };
  }
  const wanted = search.get("range") ?? "today";
  const preset = Object.hasOwn(PRESETS, wanted) ? (wanted as Preset) : "today";
  return { preset, days: { from: addDays(today, 1 - PRESETS[preset]), to: today }, ...others };
}

export interface AnalyticsWindow {
  from: string;
  to: string;
  interval: Interval;
}

/**
 * The instants of a range of days, and how finely it is drawn: one day by the minute as long as minutes are kept, a
 * month by the hour, more by the day. A range never reaches into the future.
 */
export function windowOf({ from, to }: DayRange, timeZone: string, nowMs: number): AnalyticsWindow {
  const fromMs = stretchOfDay(from, timeZone).fromMs;
  const toMs = Math.min(stretchOfDay(to, timeZone).toMs, Math.ceil(nowMs / 60_000) * 60_000);
  const isRecent = from > addDays(dayOf(nowMs, timeZone), -MINUTES_KEPT_DAYS);
  const interval: Interval =
    from === to && isRecent ? "minute" : addDays(from, LONGEST_HOURLY_DAYS) > to ? "hour" : "day";
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(Math.max(toMs, fromMs + 60_000)).toISOString(),
    interval,
  };
}
