import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cue, parseCaptions } from "../content/captions";
import { captionSegment, EMPTY_CAPTION_SEGMENT } from "./caption-segment";
import { itemShape, libraryItem } from "./testing/arbitrary-library";

const cue = (startMs: number, endMs: number, text = `${startMs}`): Cue => ({ startMs, endMs, settings: "", text });
/** 29.97 frames per second: segments of 4.004 s, the last of 1.5015 s. */
const ntsc = { timescale: 30_000, ticks: [120_120, 120_120, 45_045] };

test("17: a cue over the boundary of two segments is in both, cut at the boundary", () => {
  const cues = [cue(3_000, 5_000, "spans")];
  expect(captionSegment(cues, ntsc, 0)).toBe(
    "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:10.000\n\n00:00:03.000 --> 00:00:04.004\nspans\n",
  );
  expect(captionSegment(cues, ntsc, 1)).toContain("00:00:04.004 --> 00:00:05.000\nspans\n");
  expect(captionSegment(cues, ntsc, 2)).toBe(EMPTY_CAPTION_SEGMENT);
});

test("17: segments of 4.004 s are cut at their own time, also after an hour", () => {
  const hour = { timescale: 30_000, ticks: Array<number>(1000).fill(120_120) };
  const startMs = 900 * 4_004;
  expect(captionSegment([cue(startMs - 1, startMs)], hour, 900)).toBe(EMPTY_CAPTION_SEGMENT);
  expect(captionSegment([cue(startMs, startMs + 1)], hour, 900)).toContain("01:00:03.600 --> 01:00:03.601");
  expect(captionSegment([cue(startMs, startMs + 1)], hour, 899)).toBe(EMPTY_CAPTION_SEGMENT);
});

test("an item has no segment beyond its last", () => {
  expect(captionSegment([], ntsc, 3)).toBeNull();
});

test("17: all segments together say exactly what the track says, each within its own time", () => {
  const track = fc.array(fc.record({ at: fc.nat(60_000), forMs: fc.integer({ min: 1, max: 12_000 }) }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(itemShape, track, (shape, spans) => {
      const { video } = libraryItem(1, shape).table;
      const cues = spans
        .map(({ at, forMs }, index) => cue(at, at + forMs, `cue ${index}`))
        .sort((a, b) => a.startMs - b.startMs);
      const shown = new Map<string, { fromMs: number; toMs: number }>();
      let endMs = 0;
      for (let index = 0; index < video.ticks.length; index++) {
        const text = captionSegment(cues, video, index)!;
        const fromMs = endMs;
        endMs = Math.round(
          (video.ticks.slice(0, index + 1).reduce((sum, ticks) => sum + ticks) * 1000) / video.timescale,
        );
        for (const part of text === EMPTY_CAPTION_SEGMENT ? [] : parseCaptions(text)) {
          expect(part.startMs).toBeGreaterThanOrEqual(fromMs);
          expect(part.endMs).toBeLessThanOrEqual(endMs);
          const before = shown.get(part.text);
          if (before) expect(part.startMs).toBe(before.toMs); // goes on without a hole
          shown.set(part.text, { fromMs: before?.fromMs ?? part.startMs, toMs: part.endMs });
        }
      }
      for (const { text, startMs, endMs: until } of cues) {
        if (startMs >= endMs) expect(shown.get(text)).toBeUndefined();
        else expect(shown.get(text)).toEqual({ fromMs: startMs, toMs: Math.min(until, endMs) });
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
