import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryAfterMs } from "../net/retry-after";
import { nextAttemptMs, RETRY_FOR_MS } from "./retry";

const START_MS = Date.UTC(2027, 2, 1);

/** The instants of all attempts of a delivery that never succeeds, in milliseconds from the first. */
function attemptsOf(random: () => number, asked: () => number | undefined = () => undefined): number[] {
  const at = [0];
  for (;;) {
    const nowMs = START_MS + at.at(-1)!;
    const failed = { attempts: at.length, firstAttemptMs: START_MS, nowMs, random: random(), retryAfterMs: asked() };
    const next = nextAttemptMs(failed);
    if (next === null) return at;
    at.push(next - START_MS);
  }
}

describe("a delivery that fails", () => {
  test("is tried eleven times over a day, soon at first", () => {
    const at = attemptsOf(() => 0);
    expect(at).toHaveLength(11);
    expect(at.slice(0, 4)).toEqual([0, 5_000, 35_000, 155_000]);
    expect(at.at(-1)).toBeGreaterThan(RETRY_FOR_MS * 0.95);
  });

  test("is given up within a day, whatever chance and the receiver say, and every pause is kept", () => {
    const chance = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    const asks = fc.array(fc.option(fc.integer({ min: 0, max: 40 * 3_600_000 })), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(chance, asks, (chances, asked) => {
        let turn = 0;
        const pauses: number[] = [];
        const at = attemptsOf(
          () => chances[turn % 12]!,
          () => {
            const ms = asked[turn++ % 12] ?? undefined;
            pauses.push(ms ?? 0);
            return ms;
          },
        );
        expect(at.at(-1)).toBeLessThanOrEqual(RETRY_FOR_MS);
        for (let i = 1; i < at.length; i++) {
          const pause = at[i]! - at[i - 1]!;
          if (at[i] !== RETRY_FOR_MS) expect(pause).toBeGreaterThanOrEqual(pauses[i - 1]!);
          expect(pause).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("waits as long as the receiver asks, but no longer than the day", () => {
    const failed = { attempts: 1, firstAttemptMs: START_MS, nowMs: START_MS, random: 0 };
    expect(nextAttemptMs({ ...failed, retryAfterMs: 120_000 })).toBe(START_MS + 120_000);
    expect(nextAttemptMs({ ...failed, retryAfterMs: 3 * RETRY_FOR_MS })).toBe(START_MS + RETRY_FOR_MS);
  });
});

test("Retry-After is read as seconds and as a date", () => {
  expect(retryAfterMs("120", START_MS)).toBe(120_000);
  expect(retryAfterMs("Mon, 01 Mar 2027 00:01:00 GMT", START_MS)).toBe(60_000);
  expect(retryAfterMs("Sun, 28 Feb 2027 00:01:00 GMT", START_MS)).toBe(0);
  expect(retryAfterMs("soon", START_MS)).toBeUndefined();
  expect(retryAfterMs(undefined, START_MS)).toBeUndefined();
});
