import type { TrackTable } from "../playout/segment-table";

/** A frame is looked for so long before the end of its segment, which holds at least one frame in that time. */
const LAST_FRAME_SECONDS = 0.2;

/**
 * Which segment of a video shows a moment, and how far into it; a moment behind the end is the last frame.
 * @param atSeconds from the start of the item
 */
export function frameAt(
  { timescale, ticks }: TrackTable,
  atSeconds: number,
): { segment: number; offsetSeconds: number } {
  let startTicks = 0;
  const wantedTicks = atSeconds * timescale;
  for (const [segment, length] of ticks.entries()) {
    const isLast = segment === ticks.length - 1;
    if (wantedTicks < startTicks + length || isLast) {
      const longest = Math.max(0, length / timescale - LAST_FRAME_SECONDS);
      return { segment, offsetSeconds: Math.min(longest, Math.max(0, (wantedTicks - startTicks) / timescale)) };
    }
    startTicks += length;
  }
  return { segment: 0, offsetSeconds: 0 };
}
