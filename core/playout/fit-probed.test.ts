import { expect, test } from "vitest";
import type { AudioTrack, Source, VideoTrack } from "../transcode/source";
import { whyProbedUnfit } from "./fit-probed";

const VIDEO: VideoTrack = {
  index: 0,
  codec: "h264",
  width: 1280,
  height: 720,
  sampleAspect: 1,
  rotation: 0,
  framesPerSecond: 25,
  statedFrames: null,
  pixelFormat: "yuv420p",
  scan: "progressive",
  transfer: "bt709",
  primaries: "bt709",
  matrix: "bt709",
};
const AUDIO: AudioTrack = { index: 0, codec: "aac", channels: 2, sampleRate: 48_000 };
const HEAD = { container: "mov,mp4", startSeconds: 0, durationSeconds: 4, coverArt: null };

const picture = (video: Partial<VideoTrack>): Source => ({ ...HEAD, video: { ...VIDEO, ...video }, audio: null });
const sound = (audio: Partial<AudioTrack>, startSeconds = 0): Source => ({
  ...HEAD,
  startSeconds,
  video: null,
  audio: { ...AUDIO, ...audio },
});
const why = (video: Partial<VideoTrack>, heard: Source = sound({})) =>
  whyProbedUnfit({ videos: [{ rung: "720p", source: picture(video) }], sound: heard });

test("what the profile allows fits: one sound channel or two, an encoder's lead-in", () => {
  expect(why({})).toBeNull();
  expect(why({ framesPerSecond: 60 }, sound({ channels: 1 }, -0.043))).toBeNull();
});

test.each<[string, Partial<VideoTrack>]>([
  ["Its pictures are hevc, not H.264.", { codec: "hevc" }],
  ["Its pictures are yuv420p10le, not 4:2:0 with 8 bits.", { pixelFormat: "yuv420p10le" }],
  ["Its pictures are HDR.", { transfer: "smpte2084" }],
  ["Its pictures are interlaced.", { scan: "interlaced" }],
  ["It has more than 60 pictures a second.", { framesPerSecond: 120 }],
  ["Its pictures are larger than its manifest says.", { width: 1920, height: 1080 }],
  ["Its pictures are larger than its manifest says.", { sampleAspect: 2 }],
])("%s", (reason, video) => {
  expect(why(video)).toBe(reason);
});

test.each<[string, Source]>([
  ["Its sound is ac3, not AAC.", sound({ codec: "ac3" })],
  ["Its sound is absent, not AAC.", { ...HEAD, video: null, audio: null }],
  ["Its sound has 6 channels; a channel has two.", sound({ channels: 6 })],
  ["Its sound and its pictures do not begin together.", sound({}, 0.5)],
])("%s", (reason, heard) => {
  expect(why({}, heard)).toBe(reason);
});
