import type { GuideView } from "./use-guide-view";

/** How far a callout of some width at `x` has to move to stay inside what can be seen of the guide. */
export function calloutShiftPx({ scroller, widthPx }: GuideView, x: number, calloutPx: number): number {
  const seenFrom = scroller.current?.scrollLeft ?? 0;
  const lastX = seenFrom + widthPx - Math.min(calloutPx, widthPx - 16);
  return Math.max(seenFrom + 8, Math.min(x, lastX)) - x;
}
