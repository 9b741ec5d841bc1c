import fc from "fast-check";
import type { PlayableItem } from "../filler-choice";
import { RUNGS, type SegmentTable } from "../segment-table";
import { stretchUs } from "../track-time";

/** Frame rates of the channel profile, with a timescale in which a frame is a whole number of ticks. */
const RATES = [
  { frames: 24, timescale: 24_000, ticksPerFrame: 1001 },
  { frames: 24, timescale: 24, ticksPerFrame: 1 },
  { frames: 25, timescale: 12_800, ticksPerFrame: 512 },
  { frames: 30, timescale: 30_000, ticksPerFrame: 1001 },
  { frames: 30, timescale: 90_000, ticksPerFrame: 3000 },
  { frames: 50, timescale: 12_800, ticksPerFrame: 256 },
  { frames: 60, timescale: 60_000, ticksPerFrame: 1001 },
] as const;
const AAC_FRAME = 1024;

/** An item as the transcoder makes it: whole segments of 4 s and a last one between 1 s and a whole one with its tail. */
export interface LibraryItem extends PlayableItem {
  table: SegmentTable;
}

export function libraryItem(number: number, shape: ItemShape): LibraryItem {
  const rate = RATES[shape.rate % RATES.length]!;
  const wholeTicks = 4 * rate.frames * rate.ticksPerFrame;
  const lastFrames = Math.min(5 * rate.frames - 1, Math.max(rate.frames, Math.round(shape.lastSeconds * rate.frames)));
  const ticks = [...Array<number>(shape.wholeSegments).fill(wholeTicks), lastFrames * rate.ticksPerFrame];
  const encodingId = `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
  const contentItemId = `00000000-0000-7000-9000-${String(number).padStart(12, "0")}`;
  const video = { timescale: rate.timescale, ticks };
  const table: SegmentTable = {
    id: encodingId,
    baseUrl: `/media/${number}/`,
    video,
    audio: audioOf(ticks, rate.timescale),
    rungs: RUNGS.slice(shape.bestRung),
  };
  return { contentItemId, encodingId, durationMs: Math.round(stretchUs(video, 0, ticks.length) / 1000), table };
}

/** Audio cut by time, at the AAC frame nearest to each cut of the video. */
function audioOf(ticks: readonly number[], timescale: number): SegmentTable["audio"] {
  let sum = 0;
  let before = 0;
  const cuts = ticks.map((tick) => {
    sum += tick;
    const frames = Math.round((sum / timescale) * (48_000 / AAC_FRAME));
    const length = (frames - before) * AAC_FRAME;
    before = frames;
    return length;
  });
  return { timescale: 48_000, ticks: cuts };
}

export interface ItemShape {
  rate: number;
  wholeSegments: number;
  lastSeconds: number;
  bestRung: number;
}

export const itemShape: fc.Arbitrary<ItemShape> = fc.record({
  rate: fc.nat(RATES.length - 1),
  wholeSegments: fc.oneof({ weight: 3, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(60) }),
  lastSeconds: fc.double({ min: 1, max: 4.99, noNaN: true }),
  bestRung: fc.nat(3),
});

/** The slate: a few segments, whose length is no whole number of milliseconds. */
export const SLATE: SegmentTable = {
  ...libraryItem(0, { rate: 3, wholeSegments: 5, lastSeconds: 2.37, bestRung: 0 }).table,
  id: "slate",
  baseUrl: "/slate/",
};
