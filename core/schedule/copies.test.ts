import fc from "fast-check";
import { expect, test } from "vitest";
import { localTimeCopies, shiftedCopies } from "./copies";
import { addDays, stretchOfDay, wallClockMs } from "./grid-day";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
/** A guide of one local day, and the day to which it is copied. */
const anyCopy = fc
  .record({
    zone: zones,
    day: fc.integer({ min: 0, max: 730 }).map((count) => addDays("2026-06-01", count)),
    daysOn: fc.integer({ min: 1, max: 300 }),
    lengths: fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 30 }),
  })
  .map(({ zone, day, daysOn, lengths }) => {
    const source = stretchOfDay(day, zone);
    const target = stretchOfDay(addDays(day, daysOn), zone);
    let atMs = source.fromMs;
    const blocks = lengths.flatMap((minutes) => {
      const block = { fromMs: atMs, toMs: atMs + minutes * 60_000 };
      atMs = block.toMs;
      return block.fromMs < source.toMs ? [block] : [];
    });
    return { zone, daysOn, source, target, blocks };
  });

test("copies keep what the clocks show, so many days on, or are named, for ever without overlap", () => {
  fc.assert(
    fc.property(anyCopy, ({ zone, daysOn, source, target, blocks }) => {
      const from = { sourceMs: source.fromMs, targetMs: target.fromMs };
      const { copies, notLaid } = localTimeCopies(blocks, from, zone);
      expect(copies.length + notLaid.length).toBe(blocks.length);
      for (const [index, copy] of copies.entries()) {
        expect(copy.toMs - copy.fromMs).toBe(copy.of.toMs - copy.of.fromMs);
        expect(copy.fromMs).toBeGreaterThanOrEqual(copies[index - 1]?.toMs ?? 0);
        const movedMs = wallClockMs(copy.fromMs, zone) - wallClockMs(copy.of.fromMs, zone) - daysOn * DAY_MS;
        // Only a time that the target day lacks moves, by the jump of the clocks.
        expect([0, HOUR_MS / 2, HOUR_MS]).toContain(movedMs);
      }
      const normal = [source, target].every((day) => day.toMs - day.fromMs === DAY_MS);
      if (normal) expect(notLaid).toEqual([]);
    }),
  );
});

test("a copy by elapsed time moves everything alike", () => {
  const blocks = [
    { fromMs: 0, toMs: 10 },
    { fromMs: 30, toMs: 40 },
  ];
  expect(shiftedCopies(blocks, 100)).toEqual({
    copies: [
      { of: blocks[0], fromMs: 100, toMs: 110 },
      { of: blocks[1], fromMs: 130, toMs: 140 },
    ],
    notLaid: [],
  });
});
