export interface Placement {
  side: "top" | "right" | "bottom" | "left";
  align: "start" | "center" | "end";
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP_PX = 6;
const MARGIN_PX = 8;

/**
 * Where something floating stands beside its anchor, in pixels of the window: on the wanted side if it fits there,
 * else on the opposite one, and never out of the window.
 */
export function placeBeside(
  anchor: Box,
  floating: Pick<Box, "width" | "height">,
  viewport: Pick<Box, "width" | "height">,
  { side, align }: Placement,
): { left: number; top: number } {
  const isVertical = side === "top" || side === "bottom";
  const room = {
    top: anchor.top,
    bottom: viewport.height - anchor.top - anchor.height,
    left: anchor.left,
    right: viewport.width - anchor.left - anchor.width,
  };
  const opposite = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;
  const needed = (isVertical ? floating.height : floating.width) + GAP_PX + MARGIN_PX;
  const chosen = room[side] < needed && room[opposite[side]] > room[side] ? opposite[side] : side;

  const along = { start: 0, center: 0.5, end: 1 }[align];
  const left = isVertical
    ? anchor.left + (anchor.width - floating.width) * along
    : chosen === "left"
      ? anchor.left - floating.width - GAP_PX
      : anchor.left + anchor.width + GAP_PX;
  const top = !isVertical
    ? anchor.top + (anchor.height - floating.height) * along
    : chosen === "top"
      ? anchor.top - floating.height - GAP_PX
      : anchor.top + anchor.height + GAP_PX;
  return {
    left: clamp(left, viewport.width - floating.width - MARGIN_PX),
    top: clamp(top, viewport.height - floating.height - MARGIN_PX),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(MARGIN_PX, Math.min(value, most));
}
