import type { Axis } from "./grid-axis";
import type { Slot } from "./guide-edit";

export type BlockEnd = "start" | "end";

/** No block is shorter. */
export const SHORTEST_MS = 1000;
const MARK_MS = 300_000;
const REACH_PX = { neighbour: 14, mark: 9 };

/** How far an end of a block can be pulled: its content has so much and no more, and a second has to stay. */
export function endLimits(block: Slot, end: BlockEnd): { leastMs: number; mostMs: number } {
  const { fromMs, toMs, offsetMs, contentMs } = block;
  if (end === "start") {
    return { leastMs: contentMs === null ? Number.NEGATIVE_INFINITY : fromMs - offsetMs, mostMs: toMs - SHORTEST_MS };
  }
  const longestMs = contentMs === null ? Number.POSITIVE_INFINITY : Math.max(contentMs - offsetMs, toMs - fromMs);
  return { leastMs: fromMs + SHORTEST_MS, mostMs: fromMs + longestMs };
}

/**
 * A block with one end at `atMs`, or as near to it as its content allows. At its start the content is cut from its beginning:
 * what is shown later stays at its time.
 */
export function resized<B extends Slot>(block: B, end: BlockEnd, atMs: number): B {
  const { leastMs, mostMs } = endLimits(block, end);
  const edgeMs = Math.min(Math.max(Math.round(atMs), leastMs), mostMs);
  if (end === "end") return { ...block, toMs: edgeMs };
  const offsetMs = block.contentMs === null ? block.offsetMs : block.offsetMs + edgeMs - block.fromMs;
  return { ...block, fromMs: edgeMs, offsetMs };
}

/** Where an end that is held at `rawMs` comes to lie: at a neighbour's edge, else a five-minute mark, else the whole second. */
export function snapEnd(axis: Axis, rawMs: number, edges: readonly number[], isFree: boolean): number {
  const wholeMs = Math.round(rawMs / 1000) * 1000;
  if (isFree) return wholeMs;
  const distancePx = (ms: number) => Math.abs(ms - rawMs) * axis.pxPerMs;
  let nearest: number | null = null;
  for (const edge of edges) if (nearest === null || distancePx(edge) < distancePx(nearest)) nearest = edge;
  if (nearest !== null && distancePx(nearest) <= REACH_PX.neighbour) return nearest;
  const markMs = Math.round(rawMs / MARK_MS) * MARK_MS;
  return distancePx(markMs) <= REACH_PX.mark ? markMs : wholeMs;
}
