import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, stretchOfDay, wallClockMs } from "./grid-day";
import { layOut } from "./lay-out";
import { CreateTemplate } from "./template";
import { entriesInWeeks, firstCollision, mondayOf, weekOffsetMs, weekTimesOf } from "./template-week";

const WEEK_MS = 7 * 24 * 3_600_000;
const id = "01900000-0000-7000-8000-000000000001";
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
const mondays = fc.integer({ min: 0, max: 104 }).map((week) => addDays("2026-06-01", 7 * week));
/** A week of blocks of a zone, back to back or spaced. */
const anyWeek = fc
  .record({
    zone: zones,
    monday: mondays,
    slots: fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 40 }),
  })
  .map(({ zone, monday, slots }) => {
    let atMs = stretchOfDay(monday, zone).fromMs;
    const blocks = slots.map(([pause, minutes]) => {
      const fromMs = atMs + pause * 60_000;
      atMs = fromMs + minutes * 60_000;
      return { fromMs, toMs: atMs };
    });
    const endMs = stretchOfDay(addDays(monday, 7), zone).fromMs;
    return { zone, monday, blocks: blocks.filter((block) => block.fromMs < endMs) };
  });

test("a week begins on Monday", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30"].map(mondayOf)).toEqual([
    "2026-11-16",
    "2026-11-23",
    "2026-11-23",
    "2026-11-30",
  ]);
});

describe("the template of a week", () => {
  test("laid on its own week gives the same blocks, but for what an hour that comes twice had in its second time", () => {
    fc.assert(
      fc.property(anyWeek, ({ zone, monday, blocks }) => {
        const { kept, dropped } = weekTimesOf(blocks, zone);
        const { laid, notLaid } = layOut(entriesInWeeks(kept, monday, 1), zone);
        expect(notLaid).toEqual([]);
        expect(kept.length + dropped.length).toBe(blocks.length);
        const moved = laid.filter(({ entry, fromMs }) => entry.of.block.fromMs !== fromMs);
        const { fromMs, toMs } = {
          fromMs: stretchOfDay(monday, zone).fromMs,
          toMs: stretchOfDay(addDays(monday, 7), zone).fromMs,
        };
        if (toMs - fromMs <= WEEK_MS) expect([moved, dropped]).toEqual([[], []]);
        for (const { entry, fromMs: at } of laid) {
          expect(wallClockMs(at, zone)).toBe(wallClockMs(entry.of.block.fromMs, zone));
        }
      }),
    );
  });

  test("laid on any other weeks has the same local times on the same weekdays, whatever the clocks do", () => {
    fc.assert(
      fc.property(anyWeek, mondays, fc.integer({ min: 1, max: 4 }), ({ zone, blocks }, monday, weeks) => {
        const { kept } = weekTimesOf(blocks, zone);
        const { laid, notLaid } = layOut(entriesInWeeks(kept, monday, weeks), zone);
        expect(laid.length + notLaid.length).toBe(kept.length * weeks);
        for (const { entry, fromMs } of laid) {
          const sinceMondayMs = (wallClockMs(fromMs, zone) - Date.parse(`${monday}T00:00:00Z`)) % WEEK_MS;
          expect([0, 1_800_000, 3_600_000]).toContain(sinceMondayMs - weekOffsetMs(entry.of));
        }
      }),
    );
  });

  test("times are kept to the millisecond, and short where they are round", () => {
    const at = Date.parse("2027-06-01T18:15:00Z");
    const times = weekTimesOf(
      [0, 30_000, 61_500].map((ms) => ({ fromMs: at + ms, toMs: at + ms + 1000 })),
      "Europe/Berlin",
    );
    expect(times.kept.map(({ weekday, localTime }) => [weekday, localTime])).toEqual([
      [2, "20:15"],
      [2, "20:15:30"],
      [2, "20:16:01.500"],
    ]);
  });
});

describe("entries", () => {
  const entry = (weekday: number, localTime: string, hours: number) => ({
    weekday,
    localTime,
    durationSeconds: hours * 3600,
  });

  test("that ask for the same time of the week are found", () => {
    expect(firstCollision([entry(2, "01:00", 1), entry(1, "23:00", 2)])).toBeNull();
    expect(firstCollision([entry(2, "01:00", 1), entry(1, "23:00", 2.5)])).toEqual([1, 0]);
  });

  test.each([
    ["a time that is none", { ...entry(1, "24:00", 1), contentItemId: id }, "localTime"],
    ["a weekday that is none", { ...entry(8, "20:00", 1), contentItemId: id }, "weekday"],
    ["a programme without content", entry(1, "20:00", 1), "contentItemId"],
    ["a break with content", { ...entry(1, "20:00", 1), kind: "ad_break", contentItemId: id }, "contentItemId"],
    ["a filled stretch without a rule", { ...entry(1, "20:00", 1), kind: "fill" }, "fill"],
    ["a programme with a rule", { ...entry(1, "20:00", 1), contentItemId: id, fill: {} }, "fill"],
  ])("%s is refused by name", (_, wrong, field) => {
    const parsed = CreateTemplate.safeParse({ name: "Week", entries: [wrong] });
    expect(parsed.error?.issues.map(({ path }) => path.at(-1))).toContain(field);
  });

  test("that overlap are refused, and so is a template of nothing or of two things", () => {
    const programme = (time: string) => ({ ...entry(1, time, 2), contentItemId: id });
    expect(CreateTemplate.safeParse({ name: "W", entries: [programme("20:00"), programme("22:00")] }).success).toBe(
      true,
    );
    expect(CreateTemplate.safeParse({ name: "W", entries: [programme("20:00"), programme("21:00")] }).success).toBe(
      false,
    );
    expect(CreateTemplate.safeParse({ name: "W" }).success).toBe(false);
    const both = { name: "W", weekOf: "2026-11-23", entries: [programme("20:00")] };
    expect(CreateTemplate.safeParse(both).success).toBe(false);
    expect(CreateTemplate.safeParse({ name: "W", weekOf: "2026-13-01" }).success).toBe(false);
  });
});
