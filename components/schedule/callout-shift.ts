import type { GuideView } from "./use-guide-view";

const CALLOUT_PX = 330;

/** How far a callout at `x` has to move to stay inside what can be seen of the guide. */
export function calloutShiftPx({ scroller, widthPx }: GuideView, x: number): number {
  const seenFrom = scroller.current?.scrollLeft ?? 0;
  const lastX = seenFrom + widthPx - Math.min(CALLOUT_PX, widthPx - 16);
  return Math.max(seenFrom + 8, Math.min(x, lastX)) - x;
}
