import { describe, expect, test } from "vitest";
import { planEncode, segmentCount } from "./plan";
import type { Source, SourceExtent, VideoTrack } from "./source";

const video: VideoTrack = {
  index: 0,
  codec: "h264",
  width: 1920,
  height: 1080,
  sampleAspect: 1,
  rotation: 0,
  framesPerSecond: 30,
  statedFrames: null,
  pixelFormat: "yuv420p",
  scan: "progressive",
  transfer: null,
  primaries: null,
  matrix: null,
};
const source = (fields: Partial<Source> = {}): Source => ({
  container: "mov,mp4,m4a,3gp,3g2,mj2",
  startSeconds: 0,
  durationSeconds: null,
  video,
  audio: { index: 1, codec: "aac", channels: 2, sampleRate: 48_000 },
  coverArt: null,
  ...fields,
});
const lasting = (seconds: number, fields: Partial<SourceExtent> = {}): SourceExtent => ({
  videoStartSeconds: 0,
  videoEndSeconds: seconds,
  videoFrames: Math.round(seconds * 30),
  audioEndSeconds: seconds,
  endSeconds: seconds,
  ...fields,
});

describe("lengths", () => {
  test("pictures and sound end within one AAC frame of each other, whatever the length", () => {
    for (let frames = 30; frames < 5000; frames += 7) {
      const plan = planEncode(source(), lasting(frames / 30));
      expect(plan.frames).toBe(frames);
      expect(Math.abs(plan.audioFrames * 1024 - (frames / 30) * 48_000)).toBeLessThanOrEqual(512);
    }
  });

  test("a clip under a second is filled up to one", () => {
    expect(planEncode(source(), lasting(0.2))).toMatchObject({ frames: 30, segments: 1, durationSeconds: 1 });
  });

  test("sound that goes on after the pictures is cut", () => {
    expect(planEncode(source(), lasting(5, { audioEndSeconds: 60, endSeconds: 60 })).durationSeconds).toBe(5);
  });

  test.each([
    [1, 1],
    [4, 1],
    [4.9, 1],
    [5, 2],
    [8, 2],
    [8.99, 2],
    [9, 3],
  ])("%f s are %i segments, the last of at least a second", (seconds, segments) => {
    expect(segmentCount(seconds, 4)).toBe(segments);
  });
});

describe("zero", () => {
  test("lies at the first frame, not at the priming of the sound before it", () => {
    const plan = planEncode(source({ startSeconds: 1.4 }), lasting(11.4, { videoStartSeconds: 1.421333 }));
    expect(plan.zeroSeconds).toBeCloseTo(0.021333, 6);
    expect(plan.frames).toBe(299);
  });

  test("keeps a long beginning of sound alone", () => {
    const plan = planEncode(source(), lasting(10, { videoStartSeconds: 3.01 }));
    expect(plan.zeroSeconds).toBeLessThan(1 / 30);
    expect(plan.durationSeconds).toBeCloseTo(10, 1);
  });
});

describe("refusals", () => {
  test("packets that end before the header says", () => {
    expect(() => planEncode(source({ durationSeconds: 60 }), lasting(40))).toThrow(/source.truncated/);
  });

  test("a torn AVI, whose header still counts all frames", () => {
    const torn = source({ container: "avi", durationSeconds: 4, video: { ...video, statedFrames: 240 } });
    expect(() => planEncode(torn, lasting(4))).toThrow(/source.truncated/);
  });

  test("MPEG-TS estimates its length, so it is believed by its packets", () => {
    expect(planEncode(source({ container: "mpegts", durationSeconds: 60 }), lasting(40)).durationSeconds).toBe(40);
  });

  test("more than a day", () => {
    expect(() => planEncode(source(), lasting(90_000))).toThrow(/source.too_long/);
  });

  test("tracks without a single packet", () => {
    const nothing = { videoEndSeconds: null, videoFrames: 0, audioEndSeconds: null, videoStartSeconds: null };
    expect(() => planEncode(source(), lasting(0, nothing))).toThrow(/source.no_content/);
  });
});
