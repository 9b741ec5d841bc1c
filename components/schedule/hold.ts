import { snapStart } from "@/core/schedule/grid-snap";
import type { Change } from "@/core/schedule/guide-edit";
import { refusalOfEdit } from "@/core/schedule/guide-index";
import { moveTogether } from "@/core/schedule/move-selection";
import { type BlockEnd, endLimits, resized, snapEnd } from "@/core/schedule/resize-block";
import { rippled } from "@/core/schedule/ripple";
import type { Edit } from "./edit-queue";
import type { Ground, Held } from "./ground";
import type { GuideBlock } from "./guide-block";

/** What is taken into the hand. The lead is one of the blocks. */
export interface Grip {
  how: "move" | "copy" | "place";
  lead: GuideBlock;
  blocks: readonly GuideBlock[];
}

/** Holds blocks so that the lead would start at `rawStartMs`, so many rows further down, and lets what is near pull. */
export function holdAt(ground: Ground, grip: Grip, rawStartMs: number, rowsDown: number, isFree: boolean): Held {
  const { lead, blocks } = grip;
  const [there] = moveTogether([lead], 0, ground.isWeek ? 0 : rowsDown, ground.rows);
  const channelId = there?.channelId ?? lead.channelId;
  const staying = new Set(grip.how === "move" ? blocks.map(({ id }) => id) : []);
  const line = (ground.index.get(channelId) ?? []).filter(({ id }) => !staying.has(id));
  const snap = snapStart(ground.axis, rawStartMs, lead.toMs - lead.fromMs, line, {
    editableFromMs: ground.editableFrom(channelId),
    isFree,
    makesRoom: ground.isRipple,
  });
  const after = moveTogether(blocks, snap.startMs - lead.fromMs, ground.isWeek ? 0 : rowsDown, ground.rows);
  const neighbour = line.find(({ id }) => id === snap.neighbourId)?.title;
  const hint = {
    after: `Right after “${neighbour}”`,
    before: `Right before “${neighbour}”`,
    editable: "As soon as possible",
    mark: null,
    none: null,
  }[snap.to];
  return judged(ground, {
    ...grip,
    by: "pointer",
    end: null,
    before: grip.how === "move" ? blocks : [],
    after,
    hint,
    refusal: null,
  });
}

/** Holds blocks exactly where they are put, without pulling: moves by keyboard. */
export function holdExactly(ground: Ground, held: Held, byMs: number, rowsDown: number): Held {
  const after = moveTogether(held.after, byMs, rowsDown, ground.rows);
  return judged(ground, { ...held, after, hint: null });
}

/** Holds one end of a block at `rawMs`: the pointer lets what is near pull, the keys mean what they say. */
export function holdEnd(
  ground: Ground,
  block: GuideBlock,
  end: BlockEnd,
  rawMs: number,
  by: Held["by"],
  isFree = by === "keys",
): Held {
  const line = ground.index.get(block.channelId) ?? [];
  const edges = line.filter(({ id }) => id !== block.id).map(({ fromMs, toMs }) => (end === "end" ? fromMs : toMs));
  const { leastMs, mostMs } = endLimits(block, end);
  const whole = end === "end" ? mostMs : leastMs;
  const after = resized(block, end, snapEnd(ground.axis, rawMs, [...edges, whole].filter(Number.isFinite), isFree));
  const isWhole = (end === "end" ? after.toMs : after.fromMs) === whole;
  const hint = isWhole ? (end === "end" ? "To the end of its content" : "From the beginning of its content") : null;
  return judged(ground, { how: "resize", by, end, lead: block, before: [block], after: [after], hint, refusal: null });
}

export function judged(ground: Ground, held: Held): Held {
  return {
    ...held,
    refusal: refusalOfEdit(
      editOf(ground, held, "", (block) => block.id),
      ground.index,
      ground.editableFrom,
    ),
  };
}

/** The edit that putting it down there would be. New blocks get their ids now. */
export function editOf(ground: Ground, held: Held, label: string, newId: (block: GuideBlock) => string): Edit {
  const isNew = held.how === "copy" || held.how === "place";
  const changes = held.after.map(
    (after, at): Change<GuideBlock> =>
      isNew ? { before: null, after: { ...after, id: newId(after) } } : { before: held.before[at] ?? null, after },
  );
  const edit = { label, changes };
  return ground.isRipple ? rippled(edit, ground.index) : edit;
}
