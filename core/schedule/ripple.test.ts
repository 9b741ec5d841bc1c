import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, type Slot, sameSlot, withoutIdle } from "./guide-edit";
import { indexOf, refusalOfEdit } from "./guide-index";
import { rippled } from "./ripple";
import { at, edit, edited, guides, MINUTE, never, slot, spans } from "./testing/guides";

test("what is run into moves later in its order, and a gap takes up the rest", () => {
  const [a, b, c] = [slot("a", 0, 30), slot("b", 30, 60), slot("c", 90, 120)];
  const index = indexOf([a, b, c]);
  const inserted = rippled(edit([null, slot("new", 0, 20)]), index);
  expect(spans(applyEdit([a, b, c], inserted))).toEqual([
    ["new", 0, 20],
    ["a", 20, 50],
    ["b", 50, 80],
    ["c", 90, 120],
  ]);
});

test("what touched a block that goes or ends earlier follows it up, as far as blocks touch", () => {
  const blocks = [slot("a", 0, 30), slot("b", 30, 60), slot("c", 60, 90), slot("d", 100, 130)];
  const [a, b] = blocks as [Slot, Slot];
  const gone = rippled(edit([a, null]), indexOf(blocks));
  expect(spans(applyEdit(blocks, gone))).toEqual([
    ["b", 0, 30],
    ["c", 30, 60],
    ["d", 100, 130],
  ]);
  const shorter = rippled(edit([a, { ...a, toMs: at(10) }]), indexOf(blocks));
  expect(spans(applyEdit(blocks, shorter)).slice(0, 3)).toEqual([
    ["a", 0, 10],
    ["b", 10, 40],
    ["c", 40, 70],
  ]);
  const both = rippled(edit([a, null], [b, null]), indexOf(blocks));
  expect(spans(applyEdit(blocks, both))).toEqual([
    ["c", 0, 30],
    ["d", 100, 130],
  ]);
});

test("never moves what began before, and what it leaves behind overlaps nowhere else", () => {
  fc.assert(
    fc.property(edited, ({ blocks, edit }) => {
      const index = indexOf(blocks);
      const removalsOnly = withoutIdle({ ...edit, changes: edit.changes.filter(({ after }) => after === null) });
      const after = indexOf(applyEdit(blocks, rippled(removalsOnly, index)));
      for (const line of after.values()) {
        for (const [at, block] of line.entries())
          if (at > 0) expect(block.fromMs).toBeGreaterThanOrEqual(line[at - 1]!.toMs);
      }
      const startMs = Math.min(...removalsOnly.changes.map(({ before }) => before!.fromMs));
      for (const line of after.values()) {
        for (const block of line) {
          const before = blocks.find(({ id }) => id === block.id)!;
          if (before.fromMs < startMs) expect(sameSlot(before, block)).toBe(true);
        }
      }
    }),
  );
});

test("an insertion always finds room, and keeps the order of what it moves", () => {
  fc.assert(
    fc.property(guides, fc.nat(800), fc.integer({ min: 1, max: 120 }), (blocks, from, length) => {
      const index = indexOf(blocks);
      const line = index.get("one") ?? [];
      const inside = line.find((block) => block.fromMs < at(from) && block.toMs > at(from));
      const startMs = inside?.toMs ?? at(from);
      const fresh = { ...slot("new", 0, length), fromMs: startMs, toMs: startMs + length * MINUTE };
      const inserted = rippled(edit([null, fresh]), index);
      expect(refusalOfEdit(inserted, index, never)).toBeNull();
      const order = (indexOf(applyEdit(blocks, inserted)).get("one") ?? []).filter(({ id }) => id !== "new");
      expect(order.map(({ id }) => id)).toEqual(line.map(({ id }) => id));
    }),
  );
});
