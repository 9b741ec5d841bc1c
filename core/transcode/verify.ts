import type { Rung } from "../playout/segment-table";
import { TranscodeFailure } from "./failure";
import { frameTicks, VIDEO_TIMESCALE } from "./frame-rate";
import type { InitSegment, MediaSegment } from "./mp4-boxes";
import type { EncodePlan } from "./plan";
import { AAC_FRAME_SAMPLES, AUDIO_CODECS, AUDIO_SAMPLE_RATE, RUNG_PROFILES } from "./profile";

interface Track {
  init: InitSegment;
  segments: readonly MediaSegment[];
}

/**
 * Holds an encode against its plan, before anything of it is stored: start at zero, no edits, codecs and timescale of
 * the profile, exactly the planned number of segments, frames and samples, no hole between segments.
 * @throws TranscodeFailure source.truncated when the source gave fewer frames than its packets promised, and
 *   transcode.failed for everything that would be a defect of ours
 */
export function verifyEncode(plan: EncodePlan, videos: ReadonlyMap<Rung, Track>, audio: Track): void {
  const frame = frameTicks(plan.frameRate);
  for (const [rung, video] of videos) {
    const frames = video.segments.reduce((sum, segment) => sum + segment.samples, 0);
    if (frames < plan.frames) {
      throw new TranscodeFailure("source.truncated", `${frames} of ${plan.frames} frames could be decoded`);
    }
    expect(`frames of ${rung}`, frames, plan.frames);
    expect(`codecs of ${rung}`, video.init.codecs, RUNG_PROFILES[rung].codecs);
    expect(`timescale of ${rung}`, video.init.timescale, VIDEO_TIMESCALE);
    verifyTrack(rung, video, plan.segments, frame);
  }
  expect("codecs of audio", audio.init.codecs, AUDIO_CODECS);
  expect("timescale of audio", audio.init.timescale, AUDIO_SAMPLE_RATE);
  expect(
    "AAC frames",
    audio.segments.reduce((sum, segment) => sum + segment.samples, 0),
    plan.audioFrames,
  );
  verifyTrack("audio", audio, plan.segments, AAC_FRAME_SAMPLES);
}

function verifyTrack(name: string, track: Track, segments: number, sampleTicks: number): void {
  expect(`edit list of ${name}`, track.init.edits, false);
  expect(`segments of ${name}`, track.segments.length, segments);
  let at = 0;
  for (const segment of track.segments) {
    expect(`start of a segment of ${name}`, segment.startTicks, at);
    expect(`first presentation of a segment of ${name}`, segment.presentationTicks, at);
    expect(`length of a segment of ${name}`, segment.ticks, segment.samples * sampleTicks);
    at += segment.ticks;
  }
}

function expect<T>(what: string, found: T, wanted: T): void {
  if (found !== wanted) throw new TranscodeFailure("transcode.failed", `${what}: ${found} instead of ${wanted}`);
}
