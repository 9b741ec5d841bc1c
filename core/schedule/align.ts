const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far a time zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetMs(ms: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(timeZone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** Time since midnight on the clocks of a zone. */
function sinceMidnightMs(ms: number, timeZone: string): number {
  return (((ms + offsetMs(ms, timeZone)) % DAY_MS) + DAY_MS) % DAY_MS;
}

/**
 * The first instant from `ms` on at which the clocks of a time zone show a multiple of `minutes` past midnight, also
 * where they are put forward or back in between.
 */
export function nextMark(ms: number, minutes: number, timeZone: string): number {
  const stepMs = minutes * MINUTE_MS;
  const passedMs = sinceMidnightMs(ms, timeZone);
  const markMs = ms - passedMs + Math.min(DAY_MS, Math.ceil(passedMs / stepMs) * stepMs);
  if (offsetMs(markMs, timeZone) === offsetMs(ms, timeZone)) return markMs;
  // The clocks change on the way, which is rare enough to look at every second of it.
  let second = Math.ceil(ms / SECOND_MS) * SECOND_MS;
  while (sinceMidnightMs(second, timeZone) % stepMs !== 0) second += SECOND_MS;
  return second;
}
