import type { Stretch } from "./gaps";

/** A calendar day without a time zone, `YYYY-MM-DD`. */
export type DayName = string;

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What a clock on the wall of `timeZone` shows at an instant, as the UTC milliseconds at which a clock in
 * Greenwich shows the same. Subtracting two of them counts wall-clock time, not elapsed time.
 */
export function wallClockMs(instantMs: number, timeZone: string): number {
  const wholeMs = Math.floor(instantMs / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of wallFormat(timeZone).formatToParts(wholeMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (instantMs - wholeMs);
}

/**
 * Instants at which the wall clock of `timeZone` shows `wallMs`: one on most days, two in the hour that is
 * repeated when clocks go back, none in the hour that is skipped when they go forward. Earliest first.
 */
export function instantsShowing(wallMs: number, timeZone: string): number[] {
  const offsets = [wallMs - DAY_MS, wallMs + DAY_MS].map((probe) => wallClockMs(probe, timeZone) - probe);
  const candidates = [...new Set(offsets.map((offset) => wallMs - offset))];
  return candidates.filter((instant) => wallClockMs(instant, timeZone) === wallMs).sort((a, b) => a - b);
}

/**
 * The instant of a wall-clock time. A time that occurs twice means the occurrence nearest to `nearMs`, or the
 * first one; a time that is skipped means the same distance after the jump, as calendars do it.
 */
export function instantOfWallClock(wallMs: number, timeZone: string, nearMs?: number): number {
  const found = instantsShowing(wallMs, timeZone);
  if (found.length === 0) return wallMs - (wallClockMs(wallMs - DAY_MS, timeZone) - (wallMs - DAY_MS));
  if (nearMs === undefined) return found[0]!;
  return found.reduce((best, next) => (Math.abs(next - nearMs) < Math.abs(best - nearMs) ? next : best));
}

/** The day that `timeZone` has at an instant. */
export function dayOf(instantMs: number, timeZone: string): DayName {
  return new Date(wallClockMs(instantMs, timeZone)).toISOString().slice(0, 10);
}

export function isDayName(text: string | null | undefined): text is DayName {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(parsed) && new Date(parsed).toISOString().startsWith(text);
}

export function addDays(day: DayName, count: number): DayName {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** A day of `timeZone` from its first instant to the first instant of the next: 23, 24 or 25 hours long. */
export function stretchOfDay(day: DayName, timeZone: string): Stretch {
  const midnight = (name: DayName) => instantOfWallClock(Date.parse(`${name}T00:00:00Z`), timeZone);
  return { fromMs: midnight(day), toMs: midnight(addDays(day, 1)) };
}

/** Milliseconds since midnight that the wall clock shows, from `20:15`, `20:15:30` or `20.15`; null when it is no time. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.(\d{1,3}))?)?\s*$/.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number((match[4] ?? "").padEnd(3, "0"));
}

/** The instant at which the wall clock shows a time of day on `day`; see {@link instantOfWallClock} for changes of the clock. */
export function instantOn(day: DayName, timeOfDayMs: number, timeZone: string, nearMs?: number): number {
  return instantOfWallClock(Date.parse(`${day}T00:00:00Z`) + timeOfDayMs, timeZone, nearMs);
}
