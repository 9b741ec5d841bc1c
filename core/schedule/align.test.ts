import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextMark, offsetMs } from "./align";

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"];
const at = (iso: string) => Date.parse(iso);
const minutesPastMidnight = (ms: number, zone: string) => ((ms + offsetMs(ms, zone)) % 86_400_000) / 60_000;

describe("nextMark", () => {
  test("is on a mark of the zone's clocks, not before the instant and at most a step and a change of clocks later", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at("2020-01-01T00:00:00Z"), max: at("2035-01-01T00:00:00Z") }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...ZONES),
        (ms, minutes, zone) => {
          const mark = nextMark(ms, minutes, zone);
          expect(minutesPastMidnight(mark, zone) % minutes).toBe(0);
          expect(mark).toBeGreaterThanOrEqual(ms);
          expect(mark - ms).toBeLessThanOrEqual((minutes + 60) * 60_000);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("an instant on a mark is its own", () => {
    expect(nextMark(at("2031-05-03T10:30:00Z"), 30, "Europe/Berlin")).toBe(at("2031-05-03T10:30:00Z"));
  });

  test("quarter-hour zones keep to their own clocks", () => {
    expect(nextMark(at("2031-05-03T10:20:00Z"), 60, "Asia/Kathmandu")).toBe(at("2031-05-03T11:15:00Z"));
  });

  test("clocks that go forward skip the marks of the hour that is not there", () => {
    // On 28 March 2027 Berlin goes from 02:00 to 03:00 at 01:00 UTC.
    expect(nextMark(at("2027-03-28T00:50:00Z"), 45, "Europe/Berlin")).toBe(at("2027-03-28T01:00:00Z"));
  });

  test("steps that do not divide a day begin anew at midnight", () => {
    expect(nextMark(at("2031-05-03T23:50:00Z"), 50, "UTC")).toBe(at("2031-05-04T00:00:00Z"));
  });
});
