import type { Stretch } from "./gaps";
import { addDays, dayOf, stretchOfDay } from "./grid-day";

interface AutofillState {
  nowMs: number;
  /** How far the guide was filled before; null when never. */
  filledUntilMs: number | null;
  /** Whole days that are kept filled, beyond the rest of today. */
  daysAhead: number;
  timeZone: string;
}

const MINUTE_MS = 60_000;

/**
 * What always-on auto-fill fills next: one day of the channel's time zone, or what is left of it from the next full
 * minute on. It only ever goes forward from where it was, so that what a creator removes stays removed. Null when enough is filled.
 */
export function autofillWindow({ nowMs, filledUntilMs, daysAhead, timeZone }: AutofillState): Stretch | null {
  const nextMinuteMs = Math.ceil(nowMs / MINUTE_MS) * MINUTE_MS;
  const fromMs = Math.max(nextMinuteMs, filledUntilMs ?? nextMinuteMs);
  const lastDay = addDays(dayOf(nowMs, timeZone), daysAhead);
  const toMs = Math.min(stretchOfDay(dayOf(fromMs, timeZone), timeZone).toMs, stretchOfDay(lastDay, timeZone).toMs);
  return fromMs < toMs ? { fromMs, toMs } : null;
}
