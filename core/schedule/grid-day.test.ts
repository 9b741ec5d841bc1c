import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayOf,
  instantOn,
  instantsShowing,
  isDayName,
  parseTimeOfDay,
  stretchOfDay,
  wallClockMs,
} from "./grid-day";

const HOUR = 3_600_000;
const hours = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => (toMs - fromMs) / HOUR;
const zones = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "America/Havana",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Antarctica/Troll",
);
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });

test("a day has 23 hours when clocks go forward, 25 when they go back, 24 else", () => {
  expect(hours(stretchOfDay("2026-03-29", "Europe/Berlin"))).toBe(23);
  expect(hours(stretchOfDay("2026-10-25", "Europe/Berlin"))).toBe(25);
  expect(hours(stretchOfDay("2026-11-21", "Europe/Berlin"))).toBe(24);
  expect(hours(stretchOfDay("2026-10-04", "Australia/Lord_Howe"))).toBe(23.5);
});

test("where clocks go forward at midnight the day starts at one o'clock", () => {
  const { fromMs } = stretchOfDay("2026-04-24", "Africa/Cairo");
  expect(new Date(wallClockMs(fromMs, "Africa/Cairo")).toISOString()).toBe("2026-04-24T01:00:00.000Z");
  expect(hours(stretchOfDay("2026-04-24", "Africa/Cairo"))).toBe(23);
});

test("every instant lies in the stretch of its own day, and days follow each other without a gap", () => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const day = dayOf(instant, zone);
      const { fromMs, toMs } = stretchOfDay(day, zone);
      expect(fromMs).toBeLessThanOrEqual(instant);
      expect(instant).toBeLessThan(toMs);
      expect(stretchOfDay(addDays(day, 1), zone).fromMs).toBe(toMs);
    }),
  );
});

test("a wall-clock time read from an instant leads back to it", () => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const wallMs = wallClockMs(instant, zone);
      expect(instantsShowing(wallMs, zone)).toContain(instant);
      const day = dayOf(instant, zone);
      expect(instantOn(day, wallMs - Date.parse(`${day}T00:00:00Z`), zone, instant)).toBe(instant);
    }),
  );
});

test("a time that occurs twice means the first, or the one near the time it replaces", () => {
  const first = Date.parse("2026-10-25T00:30:00Z");
  const second = Date.parse("2026-10-25T01:30:00Z");
  const half = parseTimeOfDay("02:30:00")!;
  expect(instantsShowing(Date.parse("2026-10-25T02:30:00Z"), "Europe/Berlin")).toEqual([first, second]);
  expect(instantOn("2026-10-25", half, "Europe/Berlin")).toBe(first);
  expect(instantOn("2026-10-25", half, "Europe/Berlin", second + 60_000)).toBe(second);
});

test("a time that is skipped means the same distance after the jump", () => {
  expect(instantOn("2026-03-29", parseTimeOfDay("02:30")!, "Europe/Berlin")).toBe(Date.parse("2026-03-29T01:30:00Z"));
});

test("times of day are read with and without seconds, and nonsense is refused", () => {
  expect(parseTimeOfDay("20:15")).toBe(72_900_000);
  expect(parseTimeOfDay(" 9:05:07 ")).toBe(32_707_000);
  expect(parseTimeOfDay("20.15.30.5")).toBe(72_930_500);
  for (const text of ["", "24:00", "12:60", "12:00:60", "noon", "1215"]) expect(parseTimeOfDay(text)).toBeNull();
});

test("only real days are day names", () => {
  expect(isDayName("2028-02-29")).toBe(true);
  for (const text of ["2026-02-29", "2026-13-01", "26-01-01", "", null]) expect(isDayName(text)).toBe(false);
});
