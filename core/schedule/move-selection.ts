import type { Slot } from "./guide-edit";
import { type GuideRow, rowIndexOf } from "./guide-rows";

/**
 * Blocks moved together by so much time and so many rows down (up when negative). They keep their distances; where one of them would
 * leave the guide, all stop at its edge. Blocks on no row (out of sight) move in time only.
 */
export function moveTogether<B extends Slot>(
  blocks: readonly B[],
  byMs: number,
  rowsDown: number,
  rows: readonly GuideRow[],
): B[] {
  const at = blocks.map((block) => rowIndexOf(rows, block.channelId, block.fromMs));
  const onRows = at.filter((index) => index >= 0);
  const first = Math.min(...onRows);
  const last = Math.max(...onRows);
  const down = onRows.length === 0 ? 0 : Math.min(Math.max(rowsDown, -first), rows.length - 1 - last);
  return blocks.map((block, index) => {
    const source = rows[at[index] ?? -1];
    const target = rows[(at[index] ?? -1) + down];
    if (!source || !target) return shifted(block, byMs);
    return { ...shifted(block, byMs + target.fromMs - source.fromMs), channelId: target.channelId };
  });
}

function shifted<B extends Slot>(block: B, byMs: number): B {
  return { ...block, fromMs: block.fromMs + byMs, toMs: block.toMs + byMs };
}

/** Everything that lies in a stretch of time on some of the rows: what a frame drawn with the pointer catches. */
export function caughtIn<B extends Slot>(
  blocks: readonly B[],
  rows: readonly GuideRow[],
  frame: { firstRow: number; lastRow: number; fromOffsetMs: number; toOffsetMs: number },
): B[] {
  const inside = rows.slice(Math.max(0, frame.firstRow), frame.lastRow + 1);
  return blocks.filter((block) =>
    inside.some(
      (row) =>
        row.channelId === block.channelId &&
        block.fromMs < row.toMs &&
        block.toMs > row.fromMs &&
        block.fromMs < row.fromMs + frame.toOffsetMs &&
        block.toMs > row.fromMs + frame.fromOffsetMs,
    ),
  );
}
