import type { Slot } from "./guide-edit";
import { type EditableFrom, type GuideIndex, inStretch } from "./guide-index";
import { type GuideRow, rowIndexOf } from "./guide-rows";
import { moveTogether } from "./move-selection";

/**
 * Where copied blocks come to stand when they are put down at an instant of a row: the first of them there, the others as far from it
 * as they were, all of them moved later until none is in the way of anything. Null where the guide has no room for them.
 */
export function pastedAt<B extends Slot>(
  blocks: readonly B[],
  target: { row: number; atMs: number },
  rows: readonly GuideRow[],
  index: GuideIndex,
  editableFrom: EditableFrom,
): B[] | null {
  const sorted = [...blocks].sort((a, b) => a.fromMs - b.fromMs);
  const first = sorted[0];
  const row = rows[target.row];
  if (!first || !row) return null;
  const from = rowIndexOf(rows, first.channelId, first.fromMs);
  const down = from < 0 ? 0 : target.row - from;
  const there = moveTogether(sorted, 0, down, rows);
  // What came from a place out of sight goes to the row that was pointed at.
  const onRow = from < 0 ? there.map((block) => ({ ...block, channelId: row.channelId })) : there;
  let byMs = target.atMs - (onRow[0]?.fromMs ?? 0);
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const placed = onRow.map((block) => ({ ...block, fromMs: block.fromMs + byMs, toMs: block.toMs + byMs }));
    const lateMs = Math.max(0, ...placed.map((block) => laterBy(block, index, editableFrom)));
    if (lateMs === 0) return placed;
    byMs += lateMs;
  }
  return null;
}

/** How much later a block has to be to get clear of the first thing in its way. */
function laterBy(block: Slot, index: GuideIndex, editableFrom: EditableFrom): number {
  const lockedMs = editableFrom(block.channelId);
  const behindLock =
    lockedMs !== null && block.fromMs < lockedMs ? Math.ceil((lockedMs - block.fromMs) / 1000) * 1000 : 0;
  const [inTheWay] = inStretch(index.get(block.channelId) ?? [], block);
  return Math.max(behindLock, inTheWay ? inTheWay.toMs - block.fromMs : 0);
}
