import type { GuideRow } from "@/core/schedule/guide-rows";
import { type GuideView, RULER_PX } from "./use-guide-view";

/** What lies under a point of the screen. */
export interface Place {
  row: number;
  atMs: number;
  /** Time since the beginning of the row. */
  offsetMs: number;
  /** The point is on the guide, or so near to it that it is meant. */
  isOver: boolean;
}

/** The hand may leave the rows by this much and still mean them. */
const SLACK_PX = 72;
/** Within this distance of an edge the guide scrolls by itself. */
const EDGE_PX = 56;
const SCROLL_PX_PER_FRAME = 14;

export function placeAt(view: GuideView, rows: readonly GuideRow[], x: number, y: number): Place {
  const surface = view.surface.current?.getBoundingClientRect();
  const frame = view.scroller.current?.getBoundingClientRect();
  if (!surface || !frame) return { row: 0, atMs: 0, offsetMs: 0, isOver: false };
  const wanted = Math.floor((y - surface.top - RULER_PX) / view.rowPx);
  const row = Math.min(Math.max(wanted, 0), rows.length - 1);
  const offsetMs = (x - surface.left - view.headPx) / view.axis.pxPerMs;
  const isOver =
    x >= frame.left && x <= frame.right && y >= frame.top - 8 && y <= frame.bottom && isNear(surface, y, view, rows);
  return { row, offsetMs, atMs: (rows[row]?.fromMs ?? view.axis.fromMs) + offsetMs, isOver };
}

function isNear(surface: DOMRect, y: number, view: GuideView, rows: readonly GuideRow[]): boolean {
  return y <= surface.top + RULER_PX + rows.length * view.rowPx + SLACK_PX;
}

/** Whether a point lies on the guide where it would not scroll. */
export function isAwayFromEdges(view: GuideView, at: { x: number; y: number }): boolean {
  const box = view.scroller.current?.getBoundingClientRect();
  if (!box) return false;
  const isAcross = at.x >= box.left + view.headPx + EDGE_PX && at.x <= box.right - EDGE_PX;
  return isAcross && at.y >= box.top && at.y <= box.bottom;
}

/** Scrolls while the hand rests at an edge; what comes from the bin is carried sideways only. */
export function scrollAtEdges(view: GuideView, at: { x: number; y: number }, isFromBin: boolean): void {
  const frame = view.scroller.current;
  if (!frame) return;
  const box = frame.getBoundingClientRect();
  if (at.y < box.top || at.y > box.bottom) return;
  if (isFromBin && (at.x < box.left || at.x > box.right)) return;
  const left = box.left + view.headPx;
  if (at.x < left + EDGE_PX) frame.scrollLeft -= SCROLL_PX_PER_FRAME;
  else if (at.x > box.right - EDGE_PX) frame.scrollLeft += SCROLL_PX_PER_FRAME;
  if (isFromBin) return;
  if (at.y < box.top + RULER_PX + 16) frame.scrollTop -= SCROLL_PX_PER_FRAME;
  else if (at.y > box.bottom - 24) frame.scrollTop += SCROLL_PX_PER_FRAME;
}
