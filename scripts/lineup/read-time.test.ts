import { expect, test } from "vitest";
import { readTime } from "./read-time";
import { readWindow } from "./schedule";

const NOW = Date.parse("2026-11-22T10:00:00.000Z");

test.each([
  ["2026-12-24T20:00:00Z", "2026-12-24T20:00:00.000Z"],
  ["2026-12-24T20:00+01:00", "2026-12-24T19:00:00.000Z"],
  ["2026-12-24T20:00:30.250Z", "2026-12-24T20:00:30.250Z"],
  ["now", "2026-11-22T10:00:00.000Z"],
  ["+90s", "2026-11-22T10:01:30.000Z"],
  ["+1.5h", "2026-11-22T11:30:00.000Z"],
  ["+1d", "2026-11-23T10:00:00.000Z"],
])("%s is %s", (word, instant) => {
  expect(readTime(word, NOW)).toBe(instant);
});

test("a time without a zone is on this computer's clock", () => {
  expect(readTime("2026-12-24 20:00", NOW)).toBe(new Date(2026, 11, 24, 20).toISOString());
  expect(readTime("2026-12-24", NOW)).toBe(new Date(2026, 11, 24).toISOString());
});

test.each(["", "tomorrow", "20:00", "2026-02-31T10:00Z", "2026-13-01", "2026-12-24T25:00Z", "+h", "-1h", "+9e99d"])(
  "“%s” is refused",
  (word) => {
    expect(() => readTime(word, NOW)).toThrow("is no time");
  },
);

test("a window ends a day after it begins unless told otherwise, and never before it begins", () => {
  expect(readWindow("now", undefined, NOW)).toEqual({
    from: "2026-11-22T10:00:00.000Z",
    to: "2026-11-23T10:00:00.000Z",
  });
  expect(() => readWindow("+2h", "+1h", NOW)).toThrow("ends before it begins");
});
