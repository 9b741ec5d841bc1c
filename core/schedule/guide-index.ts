import type { Stretch } from "./gaps";
import type { Refusal } from "./grid-space";
import type { GuideEdit, Slot } from "./guide-edit";
import { idOf } from "./guide-edit";

/** Blocks by channel, each line in order of time. */
export type GuideIndex<B extends Slot = Slot> = ReadonlyMap<string, readonly B[]>;

export function indexOf<B extends Slot>(blocks: readonly B[]): Map<string, B[]> {
  const index = new Map<string, B[]>();
  for (const block of blocks) {
    const line = index.get(block.channelId);
    if (line) line.push(block);
    else index.set(block.channelId, [block]);
  }
  for (const line of index.values()) line.sort((a, b) => a.fromMs - b.fromMs);
  return index;
}

/** Blocks of a line that reach into a stretch. The line is in order of time and free of overlaps. */
export function inStretch<B extends Stretch>(line: readonly B[], { fromMs, toMs }: Stretch): B[] {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle] as B).toMs > fromMs) high = middle;
    else low = middle + 1;
  }
  const found: B[] = [];
  for (let at = low; at < line.length && (line[at] as B).fromMs < toMs; at++) found.push(line[at] as B);
  return found;
}

/** How far a channel is locked; null for a draft. */
export type EditableFrom = (channelId: string) => number | null;

/**
 * What the server would say to an edit, judged from the blocks at hand: what is in the way first, then the locked
 * band. A block on air may still be made to end earlier. Null when the edit may be carried out.
 */
export function refusalOfEdit(edit: GuideEdit, index: GuideIndex, editableFrom: EditableFrom): Refusal | null {
  const touched = new Set(edit.changes.map(idOf));
  const placed = indexOf(edit.changes.flatMap(({ after }) => after ?? []));
  const conflicts = new Set<string>();
  for (const [channelId, line] of placed) {
    let last: Slot | undefined;
    for (const block of line) {
      for (const other of inStretch(index.get(channelId) ?? [], block)) {
        if (!touched.has(other.id)) conflicts.add(other.id);
      }
      if (last && last.toMs > block.fromMs) conflicts.add(block.id);
      if (!last || block.toMs > last.toMs) last = block;
    }
  }
  if (conflicts.size > 0) return { why: "overlap", conflictIds: [...conflicts] };
  for (const { before, after } of edit.changes) {
    for (const [block, other] of [[before, after] as const, [after, before] as const]) {
      if (!block) continue;
      const editableFromMs = editableFrom(block.channelId);
      if (editableFromMs === null || block.fromMs >= editableFromMs) continue;
      if (before && after && shortensOnly(before, after) && after.toMs >= editableFromMs) continue;
      if (other && sameStart(block, other) && block.toMs === other.toMs) continue;
      return { why: "locked", editableFromMs };
    }
  }
  return null;
}

const sameStart = (a: Slot, b: Slot) => a.channelId === b.channelId && a.fromMs === b.fromMs;

function shortensOnly(before: Slot, after: Slot): boolean {
  return sameStart(before, after) && after.toMs < before.toMs && before.offsetMs === after.offsetMs;
}
