import type { BlockKind } from "./contract";
import type { Placed } from "./grid-space";

/** A block as edits of the guide see it. Times are milliseconds since the Unix epoch. */
export interface Slot extends Placed {
  channelId: string;
  kind: (typeof BlockKind)["_output"];
  contentItemId: string | null;
  /** Where in its content it begins. */
  offsetMs: number;
  /** How long its content is; null for a break. */
  contentMs: number | null;
}

/** What becomes of one block: `before` is null for a new one, `after` for one that goes. */
export interface Change<B extends Slot = Slot> {
  before: B | null;
  after: B | null;
}

/** One step that a person made, however many blocks it touched. */
export interface GuideEdit<B extends Slot = Slot> {
  /** In words, for "Undo …": `Move “News”`. */
  label: string;
  changes: readonly Change<B>[];
  /** The step that this one takes back, where it does. */
  takesBack?: GuideEdit<B>;
}

/** The id of the block that a change is about. */
export function idOf({ before, after }: Change): string {
  return (before ?? after)?.id ?? "";
}

export function sameSlot(a: Slot | null, b: Slot | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.channelId === b.channelId &&
    a.fromMs === b.fromMs &&
    a.toMs === b.toMs &&
    a.kind === b.kind &&
    a.contentItemId === b.contentItemId &&
    a.offsetMs === b.offsetMs
  );
}

/** The edit without changes that change nothing. */
export function withoutIdle<B extends Slot>(edit: GuideEdit<B>): GuideEdit<B> {
  return { ...edit, changes: edit.changes.filter(({ before, after }) => !sameSlot(before, after)) };
}

/** The edit that takes this one back. */
export function inverseOf<B extends Slot>(edit: GuideEdit<B>): GuideEdit<B> {
  const changes = edit.changes.map(({ before, after }) => ({ before: after, after: before }));
  return { label: edit.label, changes, takesBack: edit };
}

/** The edit that leads from some blocks to what became of them, where something else made it. */
export function editBetween<B extends Slot>(label: string, before: readonly B[], after: readonly B[]): GuideEdit<B> {
  const left = new Map(before.map((block) => [block.id, block]));
  const changes = after.map((block): Change<B> => {
    const was = left.get(block.id) ?? null;
    left.delete(block.id);
    return { before: was, after: block };
  });
  const removed = [...left.values()].map((block) => ({ before: block, after: null }));
  return withoutIdle({ label, changes: [...removed, ...changes] });
}

/**
 * The edit in parts of at most `most` changes, to be carried out one after the other. Only what all appears or all
 * goes can be divided: moves need each other's room. Null where it cannot.
 */
export function partsOf<B extends Slot>(edit: GuideEdit<B>, most: number): GuideEdit<B>[] | null {
  const { changes } = edit;
  if (changes.length <= most) return [edit];
  if (changes.some(({ before }) => before) && changes.some(({ after }) => after)) return null;
  const starts = Array.from({ length: Math.ceil(changes.length / most) }, (_, part) => part * most);
  return starts.map((start) => ({ ...edit, changes: changes.slice(start, start + most) }));
}

/** The blocks after an edit, in no particular order. Applying an edit twice is the same as applying it once. */
export function applyEdit<B extends Slot>(blocks: readonly B[], { changes }: GuideEdit<B>): B[] {
  const touched = new Set(changes.map(idOf));
  const kept = blocks.filter((block) => !touched.has(block.id));
  return [...kept, ...changes.flatMap(({ after }) => after ?? [])];
}

/** Every channel that an edit takes something from or puts something on. */
export function channelsOf({ changes }: GuideEdit): string[] {
  const ids = changes.flatMap(({ before, after }) => [before?.channelId, after?.channelId]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}
