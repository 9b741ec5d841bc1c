import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "./grid-space";
import { indexOf, inStretch, refusalOfEdit } from "./guide-index";
import { at, edit, guides, moved, never, slot } from "./testing/guides";

test("what reaches into a stretch is found as if every block were looked at", () => {
  fc.assert(
    fc.property(guides, fc.nat(800), fc.integer({ min: 1, max: 120 }), (blocks, from, length) => {
      const stretch = { fromMs: at(from), toMs: at(from + length) };
      const line = indexOf(blocks).get("one") ?? [];
      expect(inStretch(line, stretch)).toEqual(line.filter((block) => overlaps(block, stretch)));
    }),
  );
});

test("blocks that change places are no conflict; what they would run into is named", () => {
  const [a, b, c] = [slot("a", 0, 30), slot("b", 30, 60), slot("c", 60, 90)];
  const index = indexOf([a, b, c]);
  expect(refusalOfEdit(edit([a, moved(a, 30)], [b, moved(b, -30)]), index, never)).toBeNull();
  expect(refusalOfEdit(edit([a, moved(a, 35)], [b, moved(b, -30)]), index, never)).toEqual({
    why: "overlap",
    conflictIds: ["c"],
  });
});

test("what is locked neither goes nor is joined; on air a block may only end earlier, not too early", () => {
  const onAir = slot("a", 0, 60);
  const index = indexOf([onAir]);
  const until = () => at(20);
  const locked = { why: "locked", editableFromMs: at(20) };
  expect(refusalOfEdit(edit([onAir, null]), index, until)).toEqual(locked);
  expect(refusalOfEdit(edit([null, slot("b", -30, -10)]), index, until)).toEqual(locked);
  expect(refusalOfEdit(edit([onAir, { ...onAir, toMs: at(30) }]), index, until)).toBeNull();
  expect(refusalOfEdit(edit([onAir, { ...onAir, toMs: at(10) }]), index, until)).toEqual(locked);
});
