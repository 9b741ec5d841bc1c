import fc from "fast-check";
import { expect, test } from "vitest";
import { autofillWindow } from "./autofill-window";
import { addDays, dayOf, stretchOfDay } from "./grid-day";

const nextMinute = (ms: number) => Math.ceil(ms / 60_000) * 60_000;
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
const now = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });

test("ends with the last of so many whole days, whatever the clocks do, and fills no instant twice", () => {
  fc.assert(
    fc.property(zones, now, fc.integer({ min: 1, max: 31 }), (timeZone, nowMs, daysAhead) => {
      let filledUntilMs: number | null = null;
      let rounds = 0;
      for (;;) {
        const next = autofillWindow({ nowMs, filledUntilMs, daysAhead, timeZone });
        if (!next) break;
        expect(next.fromMs).toBe(filledUntilMs ?? nextMinute(nowMs));
        expect(next.toMs).toBeGreaterThan(next.fromMs);
        filledUntilMs = next.toMs;
        rounds++;
      }
      const ahead = dayOf(nextMinute(nowMs), timeZone) === dayOf(nowMs, timeZone) ? daysAhead + 1 : daysAhead;
      expect(rounds).toBe(ahead);
      expect(filledUntilMs).toBe(stretchOfDay(addDays(dayOf(nowMs, timeZone), daysAhead), timeZone).toMs);
    }),
  );
});

test("what lies before where it has got to is never filled again, and after a pause it begins now", () => {
  const state = { nowMs: Date.UTC(2027, 0, 10, 12), daysAhead: 2, timeZone: "UTC" };
  expect(autofillWindow({ ...state, filledUntilMs: Date.UTC(2027, 0, 13) })).toBeNull();
  expect(autofillWindow({ ...state, filledUntilMs: Date.UTC(2027, 0, 20) })).toBeNull();
  expect(autofillWindow({ ...state, filledUntilMs: Date.UTC(2027, 0, 12) })).toEqual({
    fromMs: Date.UTC(2027, 0, 12),
    toMs: Date.UTC(2027, 0, 13),
  });
  expect(autofillWindow({ ...state, filledUntilMs: Date.UTC(2026, 5, 1) })?.fromMs).toBe(state.nowMs);
});
