import { describe, expect, test } from "vitest";
import { RUNGS } from "../playout/segment-table";
import { bitRates } from "./bit-rates";
import { TRANSCODE_FAILURES } from "./failure";
import { FRAME_RATES, frameTicks, nearestFrameRate, segmentSeconds, VIDEO_TIMESCALE } from "./frame-rate";
import { correctionFor, readLoudness } from "./loudness";
import { RUNG_PROFILES, TARGET_DURATION_SECONDS, variantBandwidth } from "./profile";
import { readProgress } from "./progress";
import { storyboardLayout, storyboardVtt } from "./storyboard";

describe("frame rates", () => {
  test("frames last a whole number of ticks, and a whole segment with its tail rounds to the target duration", () => {
    for (const rate of FRAME_RATES) {
      expect(Number.isInteger(frameTicks(rate))).toBe(true);
      expect(VIDEO_TIMESCALE / frameTicks(rate)).toBeCloseTo(rate.numerator / rate.denominator, 9);
      expect(Math.round(segmentSeconds(rate) + 0.999)).toBeLessThanOrEqual(TARGET_DURATION_SECONDS);
    }
  });

  test.each([
    [23.98, 24_000],
    [29.97, 30_000],
    [15, 24_000],
    [120, 60],
  ])("%f becomes the nearest", (fps, numerator) => {
    expect(nearestFrameRate(fps).numerator).toBe(numerator);
  });
});

describe("levels", () => {
  /** Table A-1 of H.264: macroblocks per second and per frame. */
  const LIMITS = { "4.2": [522_240, 8704], "3.2": [216_000, 5120], "3.1": [108_000, 3600] } as const;

  test("every rung at 60 frames per second keeps to its level", () => {
    for (const rung of RUNGS) {
      const { boxWidth, boxHeight, level, codecs } = RUNG_PROFILES[rung];
      const macroblocks = Math.ceil(boxWidth / 16) * Math.ceil(boxHeight / 16);
      expect(macroblocks * 60).toBeLessThanOrEqual(LIMITS[level][0]);
      expect(macroblocks).toBeLessThanOrEqual(LIMITS[level][1]);
      expect(Number.parseInt(codecs.slice(-2), 16)).toBe(Number(level) * 10);
    }
  });
});

describe("bit rates", () => {
  test("the peak is the highest over 2.5 to 7.5 s, as RFC 8216 defines it", () => {
    expect(bitRates([4, 4, 1], [1000, 4000, 3000], 1)).toEqual({ average: 7112, peak: 11_200 });
  });

  test("what VBV lets through in 2.5 s stays below the declared bandwidth", () => {
    for (const rung of RUNGS) {
      const { maxrate, bufsize } = RUNG_PROFILES[rung];
      expect(variantBandwidth(rung)).toBeGreaterThan((maxrate * 2.5 + bufsize) / 2.5);
    }
  });
});

describe("loudness", () => {
  const summary = (lufs: string, peak: string) =>
    `[x] Summary:\n\n  Integrated loudness:\n    I:  ${lufs} LUFS\n    Threshold: -30 LUFS\n  Sample peak:\n    Peak:  ${peak} dBFS`;

  test("one gain brings the item to -23 LUFS", () => {
    expect(correctionFor(readLoudness(summary("-14.2", "-0.1")))).toEqual({ gainDb: -8.8, limit: false });
  });

  test("peaks that the gain lifts too high are limited", () => {
    expect(correctionFor(readLoudness(summary("-40.0", "-6.0")))).toEqual({ gainDb: 17, limit: true });
  });

  test("silence stays silence", () => {
    expect(correctionFor(readLoudness(summary("-70.0", "-inf")))).toEqual({ gainDb: 0, limit: false });
  });
});

test("progress tells percent, speed and seconds left, and never says 100 too early", () => {
  expect(readProgress("frame=1\nout_time_us=15000000\nspeed=2.5x\nprogress=continue\n", 60)).toEqual({
    percent: 25,
    speed: 2.5,
    secondsLeft: 18,
  });
  expect(readProgress("out_time_us=60000000\nspeed=N/A\nprogress=end\n", 60)).toMatchObject({
    percent: 99,
    speed: null,
  });
  expect(readProgress("out_time_us=N/A\n", 60)).toBeNull();
});

test("the storyboard covers two hours with at most a hundred tiles without a hole", () => {
  const layout = storyboardLayout(new Array(1800).fill(4), { width: 640, height: 360 });
  expect(layout.tiles.length).toBeLessThanOrEqual(100);
  expect(layout.tiles[0]?.startSeconds).toBe(0);
  expect(layout.tiles.at(-1)?.endSeconds).toBe(7200);
  for (const [index, tile] of layout.tiles.entries()) {
    if (index > 0) expect(tile.startSeconds).toBe(layout.tiles[index - 1]!.endSeconds);
  }
  expect(storyboardVtt(layout, "storyboard.jpg")).toContain(
    "00:01:12.000 --> 00:02:24.000\nstoryboard.jpg#xywh=160,0,160,90\n",
  );
});

test("every failure has a sentence for its creator", () => {
  for (const { sentence } of Object.values(TRANSCODE_FAILURES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
