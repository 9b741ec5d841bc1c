import type { Stretch } from "./gaps";

/** What the guide needs to know of a block to keep the others off it. */
export interface Placed extends Stretch {
  id: string;
}

/** Half-open: what only touches does not overlap. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.fromMs < b.toMs && b.fromMs < a.toMs;
}

/** The blocks that a stretch would run into, other than `movingId`, in the order of the day. */
export function conflictsWith<B extends Placed>(stretch: Stretch, blocks: readonly B[], movingId?: string): B[] {
  return blocks
    .filter((block) => block.id !== movingId && overlaps(stretch, block))
    .sort((a, b) => a.fromMs - b.fromMs);
}

/** Why a block cannot stand where it is held. */
export type Refusal = { why: "overlap"; conflictIds: string[] } | { why: "locked"; editableFromMs: number };

/**
 * What the server would say to this stretch, judged from the blocks at hand: overlap first, then the locked
 * band. Null when it may stand there.
 */
export function refusalOf(
  stretch: Stretch,
  blocks: readonly Placed[],
  editableFromMs: number | null,
  movingId?: string,
): Refusal | null {
  const conflictIds = conflictsWith(stretch, blocks, movingId).map((block) => block.id);
  if (conflictIds.length > 0) return { why: "overlap", conflictIds };
  if (editableFromMs !== null && stretch.fromMs < editableFromMs) return { why: "locked", editableFromMs };
  return null;
}

/**
 * The earliest start, not before `earliestMs` and before `untilMs`, at which `durationMs` fits without touching
 * anybody else's time; null when there is none. A programme may run on past `untilMs`.
 */
export function nextFreeStart(
  blocks: readonly Placed[],
  durationMs: number,
  earliestMs: number,
  untilMs: number,
  movingId?: string,
): number | null {
  let startMs = earliestMs;
  for (const block of [...blocks].sort((a, b) => a.fromMs - b.fromMs)) {
    if (block.id === movingId || block.toMs <= startMs) continue;
    if (block.fromMs >= startMs + durationMs) break;
    startMs = block.toMs;
  }
  return startMs < untilMs ? startMs : null;
}

/**
 * The first moment a new block can be offered on a day. The locked band moves on while a person aims, so a moment of
 * grace is added and the result is a whole minute, which is what people expect to read. A day that is over is offered
 * from its start: on a draft it can still be planned, elsewhere it has no room.
 */
export function earliestOffer(day: Stretch, nowMs: number, editableFromMs: number | null, graceMs = 30_000): number {
  if (editableFromMs === null && nowMs >= day.toMs) return day.fromMs;
  const soonestMs = editableFromMs === null ? nowMs : Math.max(editableFromMs, nowMs) + graceMs;
  return Math.max(day.fromMs, Math.ceil(soonestMs / 60_000) * 60_000);
}
