import type { Axis } from "./grid-axis";
import { type Placed, refusalOf } from "./grid-space";

export type SnapKind = "after" | "before" | "editable" | "mark" | "none";

/** Where a held block would start, and what it holds on to there. */
export interface Snap {
  startMs: number;
  to: SnapKind;
  /** The neighbour whose edge it meets, for `after` and `before`. */
  neighbourId?: string;
}

const MARK_MS = 300_000;
/** How far, in pixels, an edge pulls. Neighbours pull harder than marks: "right after" is what people mean most. */
const REACH_PX = { neighbour: 14, mark: 9 };
/** The locked band grows while a person aims: its edge is offered this much later, so that a drop there is kept. */
const GRACE_MS = 10_000;

interface Candidate extends Snap {
  distancePx: number;
}

/**
 * Start of a block of `durationMs` that is held at `rawStartMs` (fractions allowed): right after or right before a
 * neighbour or at the end of the locked band, whichever is nearest and free; else a five-minute mark; else the
 * whole second. With `isFree` nothing pulls; with `makesRoom` what is in the way gives way. Neighbours' edges keep their milliseconds, so that
 * programmes meet without a gap.
 */
export function snapStart(
  axis: Axis,
  rawStartMs: number,
  durationMs: number,
  blocks: readonly Placed[],
  options: { editableFromMs?: number | null; movingId?: string; isFree?: boolean; makesRoom?: boolean } = {},
): Snap {
  const wholeSecond: Snap = { startMs: Math.round(rawStartMs / 1000) * 1000, to: "none" };
  if (options.isFree) return wholeSecond;
  const distancePx = (startMs: number) => Math.abs(startMs - rawStartMs) * axis.pxPerMs;

  const edges: Candidate[] = [];
  for (const block of blocks) {
    if (block.id === options.movingId) continue;
    const before = block.fromMs - durationMs;
    edges.push({ startMs: block.toMs, to: "after", neighbourId: block.id, distancePx: distancePx(block.toMs) });
    edges.push({ startMs: before, to: "before", neighbourId: block.id, distancePx: distancePx(before) });
  }
  if (options.editableFromMs != null) {
    const startMs = Math.ceil((options.editableFromMs + GRACE_MS) / 1000) * 1000;
    edges.push({ startMs, to: "editable", distancePx: distancePx(startMs) });
  }
  const isAllowed = ({ startMs }: Snap) =>
    !refusalOf(
      { fromMs: startMs, toMs: startMs + durationMs },
      options.makesRoom ? [] : blocks,
      options.editableFromMs ?? null,
      options.movingId,
    );
  const edge = nearest(edges.filter((candidate) => candidate.distancePx <= REACH_PX.neighbour).filter(isAllowed));
  if (edge) return edge;

  const markMs = Math.round(rawStartMs / MARK_MS) * MARK_MS;
  if (distancePx(markMs) <= REACH_PX.mark) return { startMs: markMs, to: "mark" };
  return wholeSecond;
}

function nearest(candidates: Candidate[]): Snap | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (!best || candidate.distancePx < best.distancePx) best = candidate;
  if (!best) return null;
  const { distancePx: _, ...snap } = best;
  return snap;
}
