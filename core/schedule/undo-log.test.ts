import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, type Slot } from "./guide-edit";
import { edit, guides, moved, slot, spans } from "./testing/guides";
import { EMPTY_LOG, LONGEST_LOG, logged, redone, struck, type UndoLog, undone } from "./undo-log";

test("undoing everything leads back to the beginning, redoing everything to the end", () => {
  fc.assert(
    fc.property(
      guides,
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 20 }),
      (blocks, moves) => {
        let guide: Slot[] = blocks;
        let log: UndoLog = EMPTY_LOG;
        for (const [step, by] of moves.entries()) {
          const block = guide[step % guide.length] as Slot;
          const one = edit([block, moved(block, by)]);
          guide = applyEdit(guide, one);
          log = logged(log, one);
        }
        const end = spans(guide);
        for (let step = undone(log); step; step = undone(log)) [guide, log] = [applyEdit(guide, step.edit), step.log];
        expect(spans(guide)).toEqual(spans(blocks));
        for (let step = redone(log); step; step = redone(log)) [guide, log] = [applyEdit(guide, step.edit), step.log];
        expect(spans(guide)).toEqual(end);
      },
    ),
  );
});

test("a new step forgets what was taken back, a refused one never happened, and the log does not grow without end", () => {
  const [one, two] = [edit([null, slot("a", 0, 1)]), edit([null, slot("b", 1, 2)])];
  const back = undone(logged(logged(EMPTY_LOG, one), two))!;
  expect(back.log.undone).toEqual([two]);
  expect(logged(back.log, one).undone).toEqual([]);
  expect(struck(logged(logged(EMPTY_LOG, one), two), one).done).toEqual([two]);
  let log: UndoLog = EMPTY_LOG;
  for (let step = 0; step < LONGEST_LOG + 5; step++) log = logged(log, one);
  expect(log.done).toHaveLength(LONGEST_LOG);
});
