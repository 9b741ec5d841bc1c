import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, channelsOf, editBetween, inverseOf, partsOf, type Slot, withoutIdle } from "./guide-edit";
import { edit, edited, moved, slot, spans } from "./testing/guides";

test("the edit between two states of a guide leads from the one to the other", () => {
  fc.assert(
    fc.property(edited, ({ blocks, edit }) => {
      const after = applyEdit(blocks, edit);
      expect(spans(applyEdit(blocks, editBetween("", blocks, after)))).toEqual(spans(after));
      expect(editBetween("", after, after).changes).toEqual([]);
    }),
  );
});

test("what all goes or all comes is divided, and moves are not", () => {
  const blocks = Array.from({ length: 5 }, (_, at) => slot(String(at), at * 10, at * 10 + 10));
  const gone = edit(...blocks.map((block): [Slot, null] => [block, null]));
  expect(partsOf(gone, 2)?.map(({ changes }) => changes.length)).toEqual([2, 2, 1]);
  expect(partsOf(inverseOf(gone), 2)).toHaveLength(3);
  const away = edit(...blocks.map((block): [Slot, Slot] => [block, moved(block, 100)]));
  expect([partsOf(away, 2), partsOf(away, 5)]).toEqual([null, [away]]);
});

test("an edit and its inverse leave the guide as it was, and applying one twice is applying it once", () => {
  fc.assert(
    fc.property(edited, ({ blocks, edit }) => {
      const after = applyEdit(blocks, edit);
      expect(spans(applyEdit(after, edit))).toEqual(spans(after));
      expect(spans(applyEdit(after, inverseOf(edit)))).toEqual(spans(blocks));
    }),
  );
});

test("what changes nothing is left out, and every channel that is touched is named", () => {
  const block = slot("a", 0, 30);
  expect(withoutIdle(edit([block, { ...block }])).changes).toEqual([]);
  expect(channelsOf(edit([block, { ...block, channelId: "two" }])).sort()).toEqual(["one", "two"]);
});
