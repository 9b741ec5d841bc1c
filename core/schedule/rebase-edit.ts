import type { Refusal } from "./grid-space";
import { type Change, type GuideEdit, idOf, type Slot, sameSlot } from "./guide-edit";
import { type EditableFrom, type GuideIndex, refusalOfEdit } from "./guide-index";

/** What an edit came to when the guide had changed under it. */
export type Rebased<B extends Slot> =
  | { edit: GuideEdit<B> }
  | { refusal: Refusal }
  /** Somebody else changed the same thing of these blocks, or took them away. */
  | { changedIds: string[] };

/**
 * Carries an edit over to a guide that somebody else has changed meanwhile. What they did not touch is done as it was
 * meant; where both changed different sides of a block (it was moved here, shortened there) both hold; where both
 * changed the same side theirs stays, and the edit is refused as a whole. What is done already is left out.
 */
export function rebaseEdit<B extends Slot>(
  edit: GuideEdit<B>,
  index: GuideIndex<B>,
  editableFrom: EditableFrom,
): Rebased<B> {
  const standing = new Map([...index.values()].flat().map((block) => [block.id, block]));
  const carried = carriedOver(edit, (id) => standing.get(id) ?? null);
  if (!("edit" in carried)) return carried;
  const refusal = refusalOfEdit(carried.edit, index, editableFrom);
  return refusal ? { refusal } : carried;
}

/**
 * Carries an edit over to what a page knows of the guide, which is neither all of it nor always the newest: a block
 * out of sight counts as it was when the edit was made, and whether there is room is for the server to say.
 */
export function rebaseOnKnown<B extends Slot>(
  edit: GuideEdit<B>,
  known: readonly B[],
): Exclude<Rebased<B>, { refusal: Refusal }> {
  const standing = new Map(known.map((block) => [block.id, block]));
  const before = new Map(edit.changes.map((change) => [idOf(change), change.before]));
  return carriedOver(edit, (id) => standing.get(id) ?? before.get(id) ?? null);
}

function carriedOver<B extends Slot>(
  edit: GuideEdit<B>,
  standing: (id: string) => B | null,
): Exclude<Rebased<B>, { refusal: Refusal }> {
  const changedIds: string[] = [];
  const changes: Change<B>[] = [];
  for (const change of edit.changes) {
    const now = standing(idOf(change));
    if (sameSlot(now, change.after)) continue;
    const after = merged(change, now);
    if (after === undefined) changedIds.push(idOf(change));
    else changes.push({ before: now, after });
  }
  return changedIds.length > 0 ? { changedIds } : { edit: { ...edit, changes } };
}

/** The block with both edits, or undefined where they contradict each other. */
function merged<B extends Slot>({ before, after }: Change<B>, now: B | null): B | null | undefined {
  if (sameSlot(before, now)) return after;
  if (!before || !after || !now) return undefined;
  const startMs = pick(before.fromMs, after.fromMs, now.fromMs);
  const durationMs = pick(before.toMs - before.fromMs, after.toMs - after.fromMs, now.toMs - now.fromMs);
  const offsetMs = pick(before.offsetMs, after.offsetMs, now.offsetMs);
  const channelId = pick(before.channelId, after.channelId, now.channelId);
  const kind = pick(before.kind, after.kind, now.kind);
  const contentItemId = pick(before.contentItemId, after.contentItemId, now.contentItemId);
  if (startMs === undefined || durationMs === undefined || offsetMs === undefined) return undefined;
  if (channelId === undefined || kind === undefined || contentItemId === undefined) return undefined;
  const content = contentItemId === now.contentItemId ? now : after;
  if (
    content.contentMs !== null &&
    offsetMs + durationMs > Math.max(content.contentMs, now.offsetMs + durationOf(now))
  ) {
    return undefined;
  }
  return { ...content, id: now.id, fromMs: startMs, toMs: startMs + durationMs, offsetMs, channelId, kind };
}

const durationOf = (slot: Slot) => slot.toMs - slot.fromMs;

/** Three-way: what only one side changed is what they made of it; undefined when both did, differently. */
function pick<T>(before: T, mine: T, theirs: T): T | undefined {
  if (mine === before) return theirs;
  if (theirs === before || theirs === mine) return mine;
  return undefined;
}
