import { describe, expect, test } from "vitest";
import { ApiError } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import { applyEdit, editBetween } from "@/core/schedule/guide-edit";
import { indexOf, refusalOfEdit } from "@/core/schedule/guide-index";
import { type Edit, EditQueue, type EditRemote, type Refused } from "./edit-queue";
import type { GuideBlock } from "./guide-block";

const MINUTE = 60_000;
const REPLY: EditedBlocks = { blocks: [], schedules: [] };

function block(id: string, fromMinutes: number): GuideBlock {
  const times = { fromMs: fromMinutes * MINUTE, toMs: (fromMinutes + 30) * MINUTE };
  const none = { contentItemId: null, contentMs: null, content: null, episode: null, thumbnailUrl: null };
  return { id, channelId: "one", kind: "ad_break", offsetMs: 0, title: id, ...none, ...times };
}
const moveTo = (before: GuideBlock, fromMinutes: number): Edit => ({
  label: `Move ${before.id}`,
  changes: [
    { before, after: { ...block(before.id, fromMinutes), toMs: before.toMs - before.fromMs + fromMinutes * MINUTE } },
  ],
});

/** A server with one guide and a version, which refuses what is based on an older one. */
function server(blocks: GuideBlock[]) {
  const state = { blocks, shown: blocks, version: 1, seen: 1, isDown: false, sent: 0, later: [] as (() => void)[] };
  const refused: Refused[] = [];
  const remote: EditRemote = {
    send: async (edit) => {
      state.sent++;
      if (state.isDown) throw new ApiError(0, "network.unreachable", "down");
      if (state.seen !== state.version) throw new ApiError(412, "schedule.changed", "changed");
      const refusal = refusalOfEdit(edit, indexOf(state.blocks), () => null);
      if (refusal) throw new ApiError(409, "schedule.overlap", "taken");
      state.blocks = applyEdit(state.blocks, edit);
      state.seen = ++state.version;
      return REPLY;
    },
    confirm: (edit) => {
      state.shown = applyEdit(state.shown, edit);
    },
    refresh: async () => {
      state.seen = state.version;
      state.shown = state.blocks;
      return indexOf(state.blocks);
    },
    // The page knows what it saw, which another's edit may have made old.
    known: () => state.shown,
    editableFrom: () => null,
    later: (work) => void state.later.push(work),
  };
  const queue = new EditQueue(remote, (_edit, why) => refused.push(why));
  /** Somebody else's edit. */
  const elsewhere = (edit: Edit) => {
    state.blocks = applyEdit(state.blocks, edit);
    state.version++;
  };
  /** The page reads the guide anew, as it does when it learns of another version. */
  const look = () => {
    state.seen = state.version;
    state.shown = state.blocks;
  };
  const starts = () => Object.fromEntries(state.blocks.map(({ id, fromMs }) => [id, fromMs / MINUTE]));
  return { state, queue, refused, elsewhere, look, starts };
}

/** Until everything that can be sent has been. */
const rest = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

describe("the queue of edits", () => {
  test("edits go out one after the other, in their order, and are shown until they are confirmed", async () => {
    const a = block("a", 0);
    const { queue, starts } = server([a]);
    queue.perform(moveTo(a, 10));
    queue.perform(moveTo(block("a", 10), 20));
    expect(queue.state.pending).toHaveLength(2);
    await rest();
    expect([starts(), queue.state.pending.length]).toEqual([{ a: 20 }, 0]);
  });

  test("an edit of something else, made elsewhere meanwhile, is merged with", async () => {
    const [a, b] = [block("a", 0), block("b", 60)];
    const { queue, starts, elsewhere, refused } = server([a, b]);
    elsewhere(moveTo(b, 120));
    queue.perform(moveTo(a, 60));
    await rest();
    expect([starts(), refused]).toEqual([{ a: 60, b: 120 }, []]);
  });

  test("an edit that contradicts one made elsewhere is refused, and so is what was built upon it; theirs stays", async () => {
    const a = block("a", 0);
    const { queue, starts, elsewhere, refused } = server([a]);
    elsewhere(moveTo(a, 200));
    queue.perform(moveTo(a, 10));
    queue.perform(moveTo(block("a", 10), 20));
    await rest();
    expect(starts()).toEqual({ a: 200 });
    expect(refused).toEqual([{ changedIds: ["a"] }]);
    expect([queue.state.pending, queue.state.log.done]).toEqual([[], []]);
  });

  test("while the server cannot be reached an edit waits, and nothing is lost", async () => {
    const a = block("a", 0);
    const { queue, state, starts, refused } = server([a]);
    state.isDown = true;
    queue.perform(moveTo(a, 10));
    await rest();
    expect([queue.state.isStalled, queue.state.pending.length, refused]).toEqual([true, 1, []]);
    queue.perform(moveTo(block("a", 10), 20));
    state.isDown = false;
    for (const work of state.later.splice(0)) work();
    await rest();
    expect([starts(), queue.state.isStalled, queue.state.pending.length]).toEqual([{ a: 20 }, false, 0]);
  });

  test("what the server refuses goes back, with its reason, and can be neither undone nor done again", async () => {
    const [a, b] = [block("a", 0), block("b", 60)];
    const { queue, starts, refused } = server([a, b]);
    queue.perform(moveTo(a, 60));
    await rest();
    expect(starts()).toEqual({ a: 0, b: 60 });
    expect(refused).toHaveLength(1);
    expect(queue.undo()).toBeNull();
  });

  test("undo and redo lead back and forth, also over somebody else's edit of something else", async () => {
    const [a, b] = [block("a", 0), block("b", 60)];
    const { queue, starts, elsewhere } = server([a, b]);
    queue.perform(moveTo(a, 300));
    await rest();
    elsewhere(moveTo(b, 120));
    expect(queue.undo()?.label).toBe("Move a");
    await rest();
    expect(starts()).toEqual({ a: 0, b: 120 });
    queue.redo();
    await rest();
    expect(starts()).toEqual({ a: 300, b: 120 });
  });

  test("what was changed elsewhere while a block was in the hand is not written over, though the page has seen it", async () => {
    const a = block("a", 0);
    const { queue, starts, elsewhere, look, refused } = server([a]);
    elsewhere(moveTo(a, 200));
    look();
    expect(queue.perform(moveTo(a, 10))).toBe(false);
    await rest();
    expect(starts()).toEqual({ a: 200 });
    expect(refused).toEqual([{ changedIds: ["a"] }]);
  });

  test("a step is not taken back over what somebody else made of the same block since", async () => {
    const a = block("a", 0);
    const { queue, starts, elsewhere, look, refused } = server([a]);
    queue.perform(moveTo(a, 10));
    await rest();
    elsewhere(moveTo(block("a", 10), 200));
    look();
    expect(queue.undo()).toBeNull();
    await rest();
    expect(starts()).toEqual({ a: 200 });
    expect(refused).toEqual([{ changedIds: ["a"] }]);
    expect([queue.state.log.done, queue.state.log.undone]).toEqual([[], []]);
  });

  test("a step whose taking back the server refuses can be done again no more either", async () => {
    const [a, b] = [block("a", 0), block("b", 300)];
    const { queue, starts, elsewhere, refused } = server([a, b]);
    queue.perform(moveTo(a, 60));
    await rest();
    elsewhere(moveTo(b, 0));
    queue.undo();
    await rest();
    expect(starts()).toEqual({ a: 60, b: 0 });
    expect(refused).toHaveLength(1);
    expect(queue.redo()).toBeNull();
  });

  test("what the server did by itself can be taken back and done again", async () => {
    const [a, b] = [block("a", 0), block("b", 60)];
    const { queue, state, starts } = server([a]);
    state.blocks = [a, b];
    state.shown = [a, b];
    queue.record(editBetween("Fill", [a], [a, b]));
    queue.undo();
    await rest();
    expect(starts()).toEqual({ a: 0 });
    queue.redo();
    await rest();
    expect(starts()).toEqual({ a: 0, b: 60 });
  });

  test("an edit that changes nothing is not sent", async () => {
    const a = block("a", 0);
    const { queue, state } = server([a]);
    expect(queue.perform(moveTo(a, 0))).toBe(false);
    await rest();
    expect(state.sent).toBe(0);
  });
});
