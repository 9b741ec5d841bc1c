import { TranscodeFailure } from "./failure";
import { type FrameRate, framesPerSecond, nearestFrameRate, segmentSeconds } from "./frame-rate";
import { type LadderRung, ladderFor } from "./ladder";
import { AAC_FRAME_SAMPLES, AUDIO_SAMPLE_RATE, MIN_LAST_SEGMENT_SECONDS } from "./profile";
import { MAX_DURATION_SECONDS } from "./read-probe";
import { displaySize, type Source, type SourceExtent } from "./source";

/** Everything that is decided about an encode before it begins. */
export interface EncodePlan {
  frameRate: FrameRate;
  /** Moment of the source that becomes zero, counted from its earliest packet. */
  zeroSeconds: number;
  rungs: LadderRung[];
  /** Exact length of the video. */
  frames: number;
  /** How many frames may be filled up by repeating the last one; a source that ends earlier is truncated. */
  spareFrames: number;
  /** Exact length of the audio in AAC frames. */
  audioFrames: number;
  /** Segments of video and audio alike. */
  segments: number;
  durationSeconds: number;
}

/** A still picture under a sound file: its size, and 25 frames per second are plenty. */
export const CARD = { width: 1280, height: 720 } as const;
/** Frame times of a source may wander; more than half a second missing at its end is a truncated file. */
const SPARE_SECONDS = 0.5;

/**
 * Decides rate, ladder and exact lengths. The item is as long as its pictures: shorter sound is followed by silence,
 * longer sound is cut. A sound file is as long as its sound.
 * @throws TranscodeFailure source.truncated when the packets end before the header says
 */
export function planEncode(source: Source, extent: SourceExtent): EncodePlan {
  refuseTruncated(source, extent);
  const pictures = source.video !== null && extent.videoEndSeconds !== null && extent.videoFrames > 0;
  const end = pictures ? extent.videoEndSeconds : extent.audioEndSeconds;
  if (end === null) throw new TranscodeFailure("source.no_content");
  const whole = Math.max(0, end - source.startSeconds);
  if (whole > MAX_DURATION_SECONDS) throw new TranscodeFailure("source.too_long");

  const frameRate = nearestFrameRate(pictures ? measuredRate(source, extent, whole) : Number.NaN);
  const perSecond = framesPerSecond(frameRate);
  const zeroSeconds = pictures ? zeroOf((extent.videoStartSeconds ?? 0) - source.startSeconds, perSecond) : 0;
  const length = whole - zeroSeconds;
  const held = Math.round(length * perSecond);
  const frames = Math.max(held, Math.ceil(MIN_LAST_SEGMENT_SECONDS * perSecond));
  const durationSeconds = frames / perSecond;
  return {
    frameRate,
    zeroSeconds,
    rungs: ladderFor(pictures && source.video ? displaySize(source.video) : CARD),
    frames,
    spareFrames: frames - held + Math.ceil(SPARE_SECONDS * perSecond),
    audioFrames: Math.round((durationSeconds * AUDIO_SAMPLE_RATE) / AAC_FRAME_SAMPLES),
    segments: segmentCount(durationSeconds, segmentSeconds(frameRate)),
    durationSeconds,
  };
}

/** Sound that runs ahead by less, such as an encoder's priming, is not worth a frozen first frame. */
const LEAD_IN_SECONDS = 0.5;

/**
 * The item begins with its first frame. Where sound alone goes on for longer before it, the first frame is shown from
 * the start, and zero moves only so far that frames fall on the grid and are not shown up to half a frame off.
 */
function zeroOf(firstFrameSeconds: number, perSecond: number): number {
  if (firstFrameSeconds <= 0) return 0;
  const zero = firstFrameSeconds <= LEAD_IN_SECONDS ? firstFrameSeconds : firstFrameSeconds % (1 / perSecond);
  return Math.round(zero * 1e6) / 1e6;
}

/** As many whole segments as leave a last one of at least a second; a shorter tail lengthens the one before it. */
export function segmentCount(durationSeconds: number, wholeSeconds: number): number {
  const count = Math.floor((durationSeconds - MIN_LAST_SEGMENT_SECONDS) / wholeSeconds + 1e-9) + 1;
  return Math.max(1, count);
}

function measuredRate(source: Source, extent: SourceExtent, length: number): number {
  return source.video?.framesPerSecond ?? (length > 0 ? extent.videoFrames / length : Number.NaN);
}

/** Containers whose header states the length; others estimate it from the bit rate. */
const STATES_LENGTH = /\b(mov|matroska|avi|mxf)\b/;

function refuseTruncated(source: Source, extent: SourceExtent): void {
  // A torn AVI claims the length of what is left, but its header still counts all frames.
  const stated = /\bavi\b/.test(source.container) ? (source.video?.statedFrames ?? 0) : 0;
  if (extent.videoFrames < stated * 0.98 - 1) {
    throw new TranscodeFailure("source.truncated", `${extent.videoFrames} of ${stated} frames`);
  }
  if (source.durationSeconds === null || !STATES_LENGTH.test(source.container)) return;
  const missing = source.startSeconds + source.durationSeconds - extent.endSeconds;
  if (missing > Math.max(SPARE_SECONDS, source.durationSeconds * 0.02)) {
    throw new TranscodeFailure(
      "source.truncated",
      `${missing.toFixed(2)} s of ${source.durationSeconds} s are missing`,
    );
  }
}
