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
export function inverseOf<B extends Slot>({ label, changes }: GuideEdit<B>): GuideEdit<B> {
  return { label, changes: changes.map(({ before, after }) => ({ before: after, after: before })) };
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
