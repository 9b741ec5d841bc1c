import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, type GuideEdit, type Slot, withoutIdle } from "./guide-edit";
import { indexOf, refusalOfEdit } from "./guide-index";
import { rebaseEdit } from "./rebase-edit";
import { at, edit, edited, MINUTE, moved, never, slot, spans } from "./testing/guides";

test("on a guide that nobody changed an edit stays what it was", () => {
  fc.assert(
    fc.property(edited, ({ blocks, edit }) => {
      const rebased = rebaseEdit(withoutIdle(edit), indexOf(blocks), never);
      const refusal = refusalOfEdit(withoutIdle(edit), indexOf(blocks), never);
      if (refusal) expect(rebased).toEqual({ refusal });
      else
        expect(spans(applyEdit(blocks, (rebased as { edit: GuideEdit }).edit))).toEqual(spans(applyEdit(blocks, edit)));
    }),
  );
});

test("an edit whose answer was lost is found done already", () => {
  fc.assert(
    fc.property(edited, ({ blocks, edit }) => {
      if (refusalOfEdit(edit, indexOf(blocks), never)) return;
      const rebased = rebaseEdit(edit, indexOf(applyEdit(blocks, edit)), never);
      expect((rebased as { edit: GuideEdit }).edit.changes).toEqual([]);
    }),
  );
});

test("moved here and shortened there, a block is both", () => {
  const block = slot("a", 0, 60);
  const theirs = { ...block, toMs: at(40) };
  const rebased = rebaseEdit(edit([block, moved(block, 100)]), indexOf([theirs]), never) as { edit: GuideEdit };
  expect(spans(rebased.edit.changes.map(({ after }) => after as Slot))).toEqual([["a", 100, 140]]);
  expect(rebased.edit.changes[0]?.before).toEqual(theirs);
});

test("moved here and moved elsewhere there, or gone there, an edit is refused and theirs stays", () => {
  const block = slot("a", 0, 60);
  const mine = edit([block, moved(block, 100)]);
  expect(rebaseEdit(mine, indexOf([moved(block, 200)]), never)).toEqual({ changedIds: ["a"] });
  expect(rebaseEdit(mine, indexOf([]), never)).toEqual({ changedIds: ["a"] });
});

test("what somebody put there meanwhile is in the way", () => {
  const block = slot("a", 0, 60);
  const rebased = rebaseEdit(edit([block, moved(block, 100)]), indexOf([block, slot("b", 120, 130)]), never);
  expect(rebased).toEqual({ refusal: { why: "overlap", conflictIds: ["b"] } });
});

test("a merge never makes a block longer than its content", () => {
  const block = slot("a", 0, 60, { contentMs: 60 * MINUTE });
  const shortened = { ...block, toMs: at(30) };
  const startsLater = { ...shortened, offsetMs: 30 * MINUTE };
  const longer = edit([shortened, block]);
  expect(rebaseEdit(longer, indexOf([startsLater]), never)).toEqual({ changedIds: ["a"] });
});
