import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { COMMIT_HORIZON_MS } from "./airing";
import { firmUntilUs, isPlannedAhead, LONGEST_PLAN_MS, PLAN_SHORT_MS, planAheadMs } from "./plan-ahead";

const MINUTE_MS = 60_000;

test("a plan is longer than what counts as short, and grows with the time in which nothing changed", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (minutes, more) => {
      const id = uuidv7();
      const [sooner, later] = [planAheadMs(id, minutes * MINUTE_MS), planAheadMs(id, (minutes + more) * MINUTE_MS)];
      expect(sooner).toBeGreaterThanOrEqual(3 * PLAN_SHORT_MS);
      expect(later).toBeGreaterThanOrEqual(sooner);
      expect(later).toBeLessThanOrEqual(LONGEST_PLAN_MS);
    }),
  );
});

test("channels that went on air together are not planned anew together", () => {
  const ahead = Array.from({ length: 200 }, (_, index) =>
    Math.round(planAheadMs(`00000000-0000-7000-8000-00000000${(index * 327).toString(16).padStart(4, "0")}`, 864e5)),
  );
  expect(new Set(ahead).size).toBe(200);
  expect(Math.max(...ahead) - Math.min(...ahead)).toBeGreaterThan(0.3 * LONGEST_PLAN_MS);
});

test("what a commit decides is no plan; a change keeps the horizon and less than a segment more", () => {
  const nowMs = Date.UTC(2030, 0, 1);
  expect(isPlannedAhead({ endsAtUs: (nowMs + COMMIT_HORIZON_MS + 12_000 + 5_004) * 1000 }, nowMs)).toBe(false);
  expect(isPlannedAhead({ endsAtUs: (nowMs + 10 * MINUTE_MS) * 1000 }, nowMs)).toBe(true);
  expect(firmUntilUs(nowMs) / 1000 - nowMs).toBe(COMMIT_HORIZON_MS + 5_500);
});
