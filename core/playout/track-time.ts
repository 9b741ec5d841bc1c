import type { TrackTable } from "./segment-table";

/** Ticks before each segment of a track and, last, of all of it. Made once per table: tables never change. */
const sums = new WeakMap<TrackTable, Float64Array>();

function sumsOf(track: TrackTable): Float64Array {
  let found = sums.get(track);
  if (!found) {
    found = new Float64Array(track.ticks.length + 1);
    for (let index = 0; index < track.ticks.length; index++)
      found[index + 1] = found[index]! + (track.ticks[index] as number);
    sums.set(track, found);
  }
  return found;
}

/** Length of `count` segments of a track from segment `first` on, in microseconds, rounded once. */
export function stretchUs(track: TrackTable, first: number, count: number): number {
  const before = sumsOf(track);
  const end = track.ticks.length;
  const ticks = before[Math.min(first + count, end)]! - before[Math.min(first, end)]!;
  return Math.round((ticks * 1_000_000) / track.timescale);
}

/** Length of one segment in microseconds. */
export function segmentUs(track: TrackTable, index: number): number {
  return stretchUs(track, index, 1);
}

/**
 * Index of the segment boundary nearest to `offsetUs` from the start of the track; the number of segments when that
 * is its end. Between two equally near boundaries the earlier one.
 */
export function nearestBoundary(track: TrackTable, offsetUs: number): number {
  let ticks = 0;
  for (let index = 0; index < track.ticks.length; index++) {
    const half = (track.ticks[index] as number) / 2;
    if (offsetUs <= ((ticks + half) * 1_000_000) / track.timescale) return index;
    ticks += track.ticks[index] as number;
  }
  return track.ticks.length;
}
