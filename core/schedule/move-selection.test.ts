import fc from "fast-check";
import { expect, test } from "vitest";
import type { Slot } from "./guide-edit";
import { indexOf, refusalOfEdit } from "./guide-index";
import { channelRows, rowIndexOf, weekRows } from "./guide-rows";
import { caughtIn, moveTogether } from "./move-selection";
import { pastedAt } from "./paste-blocks";
import { at, edit, guides, MINUTE, slot } from "./testing/guides";

const rows = channelRows(["one", "two", "three"], { fromMs: at(0), toMs: at(3000) });

test("distances in time and in rows stay, also at the edge of the guide", () => {
  fc.assert(
    fc.property(guides, fc.integer({ min: -900, max: 900 }), fc.integer({ min: -5, max: 5 }), (blocks, by, down) => {
      const after = moveTogether(blocks, by * MINUTE, down, rows);
      const rowOf = (block: Slot) => rows.findIndex((row) => row.channelId === block.channelId);
      for (const [index, block] of blocks.entries()) {
        expect(after[index]!.fromMs - block.fromMs).toBe(after[0]!.fromMs - blocks[0]!.fromMs);
        expect(rowOf(after[index]!) - rowOf(block)).toBe(rowOf(after[0]!) - rowOf(blocks[0]!));
        expect(after[index]!.toMs - after[index]!.fromMs).toBe(block.toMs - block.fromMs);
      }
    }),
  );
});

test("a row down in the week is the same time of the next day, over a change of the clocks too", () => {
  const week = weekRows("one", "2026-10-19", "Europe/Berlin");
  const saturday = slot("a", 0, 30, {
    fromMs: Date.parse("2026-10-24T20:15:00+02:00"),
    toMs: Date.parse("2026-10-24T21:00:00+02:00"),
  });
  expect(week.map((row) => (row.toMs - row.fromMs) / 3_600_000)).toEqual([24, 24, 24, 24, 24, 24, 25]);
  expect(rowIndexOf(week, "one", saturday.fromMs)).toBe(5);
  const [sunday] = moveTogether([saturday], 0, 1, week);
  expect(new Date(sunday!.fromMs).toISOString()).toBe("2026-10-25T18:15:00.000Z");
});

test("a frame catches what it touches on the rows it covers", () => {
  const blocks = [slot("a", 0, 30), slot("b", 30, 60), slot("c", 0, 30, { channelId: "two" })];
  const frame = { firstRow: 0, lastRow: 0, fromOffsetMs: 10 * MINUTE, toOffsetMs: 30 * MINUTE };
  expect(caughtIn(blocks, rows, frame).map(({ id }) => id)).toEqual(["a"]);
  expect(caughtIn(blocks, rows, { ...frame, lastRow: 1 }).map(({ id }) => id)).toEqual(["a", "c"]);
});

test("what is pasted lies clear of everything, nowhere earlier than it was asked for", () => {
  fc.assert(
    fc.property(guides, fc.nat(600), (blocks, from) => {
      const index = indexOf(blocks);
      const clip = blocks.slice(0, 3).map((block) => ({ ...block, id: `${block.id}'` }));
      const placed = pastedAt(clip, { row: 0, atMs: at(from) }, rows, index, () => at(100))!;
      expect(
        refusalOfEdit(edit(...placed.map((block): [null, Slot] => [null, block])), index, () => at(100)),
      ).toBeNull();
      expect(Math.min(...placed.map((block) => block.fromMs))).toBeGreaterThanOrEqual(Math.max(at(from), at(100)));
    }),
  );
});
