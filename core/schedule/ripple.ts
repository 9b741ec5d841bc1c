import { type Change, type GuideEdit, idOf, type Slot } from "./guide-edit";
import { type GuideIndex, indexOf, inStretch } from "./guide-index";

/**
 * The edit together with what follows it. What a block is put upon moves later, and so does what that runs into, until
 * a gap takes up the rest. What touched the end of a block that goes, ends earlier or moves earlier in its line follows it up, as
 * far as the blocks touch each other. A block that began before the place where something is put stays: the edit then
 * runs into it and is refused as any other.
 */
export function rippled<B extends Slot>(edit: GuideEdit<B>, index: GuideIndex<B>): GuideEdit<B> {
  const own = new Set(edit.changes.map(idOf));
  const moved = new Map<string, B>();
  const lines = new Map<string, B[]>();
  const lineOf = (channelId: string) => {
    const line = lines.get(channelId) ?? (index.get(channelId) ?? []).filter(({ id }) => !own.has(id));
    lines.set(channelId, line);
    return line;
  };
  for (const change of [...edit.changes].sort((a, b) => endOf(b) - endOf(a))) {
    followUp(
      change,
      lineOf,
      moved,
      (index.get(change.before?.channelId ?? "") ?? []).filter(({ id }) => own.has(id)),
    );
  }
  for (const [channelId, placed] of indexOf(edit.changes.flatMap(({ after }) => after ?? []))) {
    const line = lineOf(channelId).map((block) => moved.get(block.id) ?? block);
    for (const block of pushed(line, placed)) moved.set(block.id, block);
  }
  const followers = [...moved].flatMap(([id, after]): Change<B>[] => {
    const before = (index.get(after.channelId) ?? []).find((block) => block.id === id) ?? null;
    return before && before.fromMs !== after.fromMs ? [{ before, after }] : [];
  });
  return { ...edit, changes: [...edit.changes, ...followers] };
}

const endOf = ({ before }: Change) => before?.toMs ?? Number.NEGATIVE_INFINITY;

/** The run of blocks that touched the end of what became free moves up to its new end. */
function followUp<B extends Slot>(
  { before, after }: Change<B>,
  lineOf: (channelId: string) => B[],
  moved: Map<string, B>,
  own: readonly B[],
): void {
  if (!before) return;
  const stays = after !== null && after.channelId === before.channelId;
  const byMs = stays ? before.toMs - after.toMs : before.toMs - before.fromMs;
  if (byMs <= 0) return;
  let edgeMs = before.toMs;
  for (const block of lineOf(before.channelId)) {
    if (block.fromMs < before.toMs) continue;
    // Blocks of the same edit move by themselves; the run goes on behind them.
    for (let next = own.find(({ fromMs }) => fromMs === edgeMs); next; ) {
      edgeMs = next.toMs;
      next = own.find(({ fromMs }) => fromMs === edgeMs);
    }
    if (block.fromMs !== edgeMs) break;
    edgeMs = block.toMs;
    const now = moved.get(block.id) ?? block;
    moved.set(block.id, { ...now, fromMs: now.fromMs - byMs, toMs: now.toMs - byMs });
  }
}

/** Blocks of a line that have to move later to make room, in their order, and where they come to stand. */
function pushed<B extends Slot>(line: readonly B[], placed: readonly B[]): B[] {
  const found: B[] = [];
  const startMs = placed[0]?.fromMs ?? Number.POSITIVE_INFINITY;
  let freeFromMs = startMs;
  for (const block of [...line].sort((a, b) => a.fromMs - b.fromMs)) {
    if (block.fromMs < startMs) continue;
    const durationMs = block.toMs - block.fromMs;
    let fromMs = Math.max(block.fromMs, freeFromMs);
    for (;;) {
      const inTheWay = inStretch(placed, { fromMs, toMs: fromMs + durationMs }).at(-1);
      if (!inTheWay) break;
      fromMs = inTheWay.toMs;
    }
    freeFromMs = fromMs + durationMs;
    if (fromMs !== block.fromMs) found.push({ ...block, fromMs, toMs: freeFromMs });
  }
  return found;
}
