import { GOP_SECONDS, SEGMENT_SECONDS } from "./profile";

/** Frames per second as an exact fraction. */
export interface FrameRate {
  numerator: number;
  denominator: 1 | 1001;
}

/** The frame rates of the channel profile, slowest first. */
export const FRAME_RATES: readonly FrameRate[] = [
  { numerator: 24_000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 30, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 60_000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
];

/** For a source whose rate is unknown, and for still pictures. */
export const DEFAULT_FRAME_RATE: FrameRate = { numerator: 25, denominator: 1 };

export function framesPerSecond(rate: FrameRate): number {
  return rate.numerator / rate.denominator;
}

/** `30000/1001`, as ffmpeg and the API write it. */
export function formatFrameRate(rate: FrameRate): string {
  return `${rate.numerator}/${rate.denominator}`;
}

/** The profile's frame rate that is nearest to a measured one. */
export function nearestFrameRate(fps: number): FrameRate {
  if (!Number.isFinite(fps) || fps <= 0) return DEFAULT_FRAME_RATE;
  return FRAME_RATES.reduce((best, rate) =>
    Math.abs(framesPerSecond(rate) - fps) < Math.abs(framesPerSecond(best) - fps) ? rate : best,
  );
}

/** Frames per second rounded up to the whole number that it stands for: 30 for 29.97. */
function nominal(rate: FrameRate): number {
  return Math.round(framesPerSecond(rate));
}

/**
 * Ticks per second of all video tracks: the smallest number in which a frame of every rate lasts a whole number of ticks.
 * It is the same for every item, because ffmpeg, and with it Kodi and mpv, keeps to the first initialization segment that it reads.
 */
export const VIDEO_TIMESCALE = 120_000;

/** Ticks of one frame: 4,800 at 25 frames per second, 4,004 at 29.97. */
export function frameTicks(rate: FrameRate): number {
  return (VIDEO_TIMESCALE * rate.denominator) / rate.numerator;
}

export function gopFrames(rate: FrameRate): number {
  return nominal(rate) * GOP_SECONDS;
}

export function segmentFrames(rate: FrameRate): number {
  return nominal(rate) * SEGMENT_SECONDS;
}

/** Length of a whole segment: 4 s, or 4.004 s for the rates over 1.001. */
export function segmentSeconds(rate: FrameRate): number {
  return (segmentFrames(rate) * frameTicks(rate)) / VIDEO_TIMESCALE;
}
