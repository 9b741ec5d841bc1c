import { expect, test } from "vitest";
import { isOverdue, waitingText } from "./waiting-text";

const now = Date.parse("2026-11-30T12:00:00Z");
const ago = (minutes: number) => now - minutes * 60_000;

test("waiting is told in the unit in which people count it", () => {
  const told = [0, 0.9, 1, 59.9, 60, 179, 47 * 60, 48 * 60, 200 * 60].map((minutes) => waitingText(ago(minutes), now));
  expect(told).toEqual(["just now", "just now", "1 min", "59 min", "1 h", "2 h", "47 h", "2 days", "8 days"]);
  expect(waitingText(now + 5_000, now)).toBe("just now");
});

test("a day is too long", () => {
  expect([23 * 60, 24 * 60].map((minutes) => isOverdue(ago(minutes), now))).toEqual([false, true]);
});
