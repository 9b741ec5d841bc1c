import { expect, test } from "vitest";
import { readAnalyticsState, windowOf } from "./analytics-range";

const read = (address: string) => readAnalyticsState(new URLSearchParams(address), "2026-11-22");
const NOON = Date.parse("2026-11-22T12:00:30Z");

test("the plain address is today, a preset counts today as its last day", () => {
  expect(read("")).toMatchObject({ preset: "today", days: { from: "2026-11-22", to: "2026-11-22" } });
  expect(read("range=7d").days).toEqual({ from: "2026-11-16", to: "2026-11-22" });
});

test("two days of the address stand above a preset; nonsense falls back to today", () => {
  expect(read("from=2026-11-01&to=2026-11-03&range=7d")).toMatchObject({
    preset: null,
    days: { from: "2026-11-01", to: "2026-11-03" },
  });
  for (const bad of [
    "from=2026-11-03&to=2026-11-01",
    "from=2026-13-01&to=2026-11-01",
    "from=2026-11-20&to=2026-12-01",
    "from=2020-01-01&to=2026-01-01",
    "range=toString",
  ]) {
    expect(read(bad)).toMatchObject({ preset: "today" });
  }
});

test("a range is drawn as finely as it can be, and never into the future", () => {
  const today = { from: "2026-11-22", to: "2026-11-22" };
  expect(windowOf(today, "Europe/Berlin", NOON)).toEqual({
    from: "2026-11-21T23:00:00.000Z",
    to: "2026-11-22T12:01:00.000Z",
    interval: "minute",
  });
  expect(windowOf({ from: "2026-11-16", to: "2026-11-22" }, "UTC", NOON).interval).toBe("hour");
  expect(windowOf({ from: "2026-08-01", to: "2026-11-22" }, "UTC", NOON).interval).toBe("day");
  expect(windowOf({ from: "2026-09-01", to: "2026-09-01" }, "UTC", NOON)).toMatchObject({
    to: "2026-09-02T00:00:00.000Z",
    interval: "hour",
  });
});

test("in the first minute of a day there is already something to ask for", () => {
  const { from, to } = windowOf({ from: "2026-11-22", to: "2026-11-22" }, "UTC", Date.parse("2026-11-22T00:00:00Z"));
  expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
});
