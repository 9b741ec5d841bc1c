import { AppError } from "../errors";
import type { TrackTable } from "../playout/segment-table";
import { nearestBoundary, stretchUs } from "../playout/track-time";

/** A part of a block, or a break between two parts. Times are milliseconds since the Unix epoch. */
export interface SplitPart {
  isBreak: boolean;
  /** Where in the item a part begins; 0 for a break. */
  offsetMs: number;
  startsAtMs: number;
  endsAtMs: number;
}

/** No block is shorter. */
const SHORTEST_MS = 1000;

/**
 * Divides a block at points of its item, with a break between each two parts. Each point is moved to the segment
 * boundary nearest to it, where alone the stream can be cut; points outside the block are left out.
 * @param pointsMs in milliseconds from the start of the item, in any order
 * @throws request.invalid when no point lies inside the block
 */
export function splitBlock(
  block: { offsetMs: number; startsAtMs: number; endsAtMs: number },
  video: TrackTable,
  pointsMs: readonly number[],
  breakMs: number,
): SplitPart[] {
  const untilMs = block.offsetMs + block.endsAtMs - block.startsAtMs;
  const cuts = [...new Set(pointsMs.map((ms) => boundaryMs(video, ms)))]
    .filter((ms) => ms >= block.offsetMs + SHORTEST_MS && ms <= untilMs - SHORTEST_MS)
    .sort((a, b) => a - b);
  if (cuts.length === 0) throw noPoint();
  const parts: SplitPart[] = [];
  let atMs = block.startsAtMs;
  let offsetMs = block.offsetMs;
  for (const cutMs of [...cuts, untilMs]) {
    const endsAtMs = atMs + cutMs - offsetMs;
    parts.push({ isBreak: false, offsetMs, startsAtMs: atMs, endsAtMs });
    if (cutMs === untilMs) break;
    parts.push({ isBreak: true, offsetMs: 0, startsAtMs: endsAtMs, endsAtMs: endsAtMs + breakMs });
    [atMs, offsetMs] = [endsAtMs + breakMs, cutMs];
  }
  return parts;
}

function boundaryMs(video: TrackTable, ms: number): number {
  return Math.round(stretchUs(video, 0, nearestBoundary(video, ms * 1000)) / 1000);
}

function noPoint(): AppError {
  const message = "no break point lies inside the part of the item that the block plays";
  return new AppError("request.invalid", `\`points\`: ${message}.`, {
    issues: [{ path: ["points"], code: "custom", message }],
  });
}
