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

/**
 * The first instant from `ms` on at which the clocks of a time zone show a multiple of `minutes` past midnight, also
 * where they are put forward or back in between.
 */
export function nextMark(ms: number, minutes: number, timeZone: string): number {
  const stepMs = minutes * MINUTE_MS;
  for (let fromMs = ms; ; ) {
    const aheadMs = offsetMs(fromMs, timeZone);
    const sinceMidnightMs = (((fromMs + aheadMs) % DAY_MS) + DAY_MS) % DAY_MS;
    const markMs = Math.min(DAY_MS, Math.ceil(sinceMidnightMs / stepMs) * stepMs);
    const candidateMs = fromMs + markMs - sinceMidnightMs;
    // The clocks were changed on the way: what they show there decides.
    if (candidateMs === fromMs || offsetMs(candidateMs, timeZone) === aheadMs) return candidateMs;
    fromMs = candidateMs;
  }
}
