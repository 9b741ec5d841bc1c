import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisFor } from "./grid-axis";
import { overlaps } from "./grid-space";
import {
  applyEdit,
  channelsOf,
  editBetween,
  type GuideEdit,
  inverseOf,
  partsOf,
  type Slot,
  sameSlot,
  withoutIdle,
} from "./guide-edit";
import { indexOf, inStretch, refusalOfEdit } from "./guide-index";
import { channelRows, rowIndexOf, weekRows } from "./guide-rows";
import { caughtIn, moveTogether } from "./move-selection";
import { pastedAt } from "./paste-blocks";
import { rebaseEdit } from "./rebase-edit";
import { endLimits, resized, snapEnd } from "./resize-block";
import { rippled } from "./ripple";
import { EMPTY_LOG, LONGEST_LOG, logged, redone, struck, type UndoLog, undone } from "./undo-log";

const MINUTE = 60_000;
const T0 = Date.parse("2026-11-21T00:00:00Z");
const at = (minutes: number) => T0 + minutes * MINUTE;
const never = () => null;

function slot(id: string, from: number, to: number, fields: Partial<Slot> = {}): Slot {
  const span = { fromMs: at(from), toMs: at(to) };
  return {
    id,
    channelId: "one",
    kind: "content",
    contentItemId: "clip",
    offsetMs: 0,
    contentMs: 120 * MINUTE,
    ...span,
    ...fields,
  };
}
const moved = (block: Slot, byMinutes: number): Slot => ({
  ...block,
  fromMs: block.fromMs + byMinutes * MINUTE,
  toMs: block.toMs + byMinutes * MINUTE,
});
const edit = (...changes: [Slot | null, Slot | null][]): GuideEdit => ({
  label: "Edit",
  changes: changes.map(([before, after]) => ({ before, after })),
});
const spans = (blocks: readonly Slot[]) =>
  [...blocks]
    .sort((a, b) => a.fromMs - b.fromMs || Number(a.id > b.id) - 0.5)
    .map(({ id, fromMs, toMs }) => [id, (fromMs - T0) / MINUTE, (toMs - T0) / MINUTE]);

/** Guides of two channels, whole minutes, without overlaps. */
const guides = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), fc.boolean()), {
    minLength: 1,
    maxLength: 25,
  })
  .map((steps) => {
    const reached = { one: 0, two: 0 };
    return steps.map(([pause, length, isSecond], index) => {
      const channelId = isSecond ? "two" : "one";
      const from = reached[channelId] + pause;
      reached[channelId] = from + length;
      return slot(String(index), from, from + length, { channelId });
    });
  });

/** A guide and an edit that moves, shortens and removes some of its blocks. */
const edited = guides.chain((blocks) =>
  fc
    .array(
      fc.tuple(
        fc.nat(blocks.length - 1),
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom("move", "remove", "shorten"),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((picks) => {
      const seen = new Map<string, [Slot, Slot | null]>();
      for (const [which, by, how] of picks) {
        const block = blocks[which] as Slot;
        const shorter = { ...block, toMs: block.fromMs + (block.toMs - block.fromMs) / 2 };
        seen.set(block.id, [block, how === "move" ? moved(block, by) : how === "remove" ? null : shorter]);
      }
      return { blocks, edit: edit(...seen.values()) };
    }),
);

describe("edits", () => {
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
});

describe("refusals", () => {
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
});

describe("merging", () => {
  test("on a guide that nobody changed an edit stays what it was", () => {
    fc.assert(
      fc.property(edited, ({ blocks, edit }) => {
        const rebased = rebaseEdit(withoutIdle(edit), indexOf(blocks), never);
        const refusal = refusalOfEdit(withoutIdle(edit), indexOf(blocks), never);
        if (refusal) expect(rebased).toEqual({ refusal });
        else
          expect(spans(applyEdit(blocks, (rebased as { edit: GuideEdit }).edit))).toEqual(
            spans(applyEdit(blocks, edit)),
          );
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
});

describe("undo and redo", () => {
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
});

describe("ripple", () => {
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
});

describe("moving many", () => {
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
});

describe("resizing", () => {
  test("an end goes as far as the content does and leaves a second; the start takes the picture's beginning with it", () => {
    const part = slot("a", 60, 90, { offsetMs: 10 * MINUTE, contentMs: 50 * MINUTE });
    expect(spans([resized(part, "end", at(500))])).toEqual([["a", 60, 100]]);
    expect(resized(part, "end", at(0)).toMs).toBe(at(60) + 1000);
    const earlier = resized(part, "start", at(0));
    expect([spans([earlier]), earlier.offsetMs]).toEqual([[["a", 50, 90]], 0]);
    const later = resized(part, "start", at(70));
    expect([spans([later]), later.offsetMs]).toEqual([[["a", 70, 90]], 20 * MINUTE]);
  });

  test("what is shown never changes its time, and never lies outside the content", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -200, max: 300 }),
        fc.constantFrom("start" as const, "end" as const),
        (offset, length, to, end) => {
          const block = slot("a", 100, 100 + length, { offsetMs: offset * MINUTE });
          const after = resized(block, end, at(to));
          expect(after.fromMs - after.offsetMs).toBe(block.fromMs - block.offsetMs);
          expect(after.offsetMs).toBeGreaterThanOrEqual(0);
          expect(after.offsetMs + after.toMs - after.fromMs).toBeLessThanOrEqual(120 * MINUTE);
          expect(after.toMs - after.fromMs).toBeGreaterThanOrEqual(1000);
        },
      ),
    );
  });

  test("a break has no content to run out of", () => {
    const pause = slot("a", 60, 62, { kind: "ad_break", contentItemId: null, contentMs: null });
    expect(endLimits(pause, "end").mostMs).toBe(Number.POSITIVE_INFINITY);
    expect(resized(pause, "start", at(50)).offsetMs).toBe(0);
  });

  test("an end holds on to a neighbour, then to a five-minute mark, then to the second", () => {
    const axis = axisFor({ fromMs: T0, toMs: at(1440) }, 60, 1200); // 3 s to the pixel
    expect(snapEnd(axis, at(20) + 30_000, [at(20) + 567], false)).toBe(at(20) + 567);
    expect(snapEnd(axis, at(25) + 20_000, [], false)).toBe(at(25));
    expect(snapEnd(axis, at(22) + 20_400, [at(40)], false)).toBe(at(22) + 20_000);
    expect(snapEnd(axis, at(20) + 2000, [at(20) + 567], true)).toBe(at(20) + 2000);
  });
});
