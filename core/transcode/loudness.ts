import { MAX_TRUE_PEAK_DBTP, TARGET_LUFS } from "./profile";

/** What the measuring pass heard, after the mix to stereo. */
export interface Loudness {
  /** EBU R128 programme loudness; null for silence and for sound too short to measure. */
  integratedLufs: number | null;
  /** Highest sample, in dBFS. */
  peakDbfs: number | null;
}

/** One linear gain for the whole item, and whether peaks must be held down after it. */
export interface LoudnessCorrection {
  gainDb: number;
  limit: boolean;
}

/** Below the absolute gate of BS.1770 there is nothing to measure: silence stays silence. */
const ABSOLUTE_GATE_LUFS = -70;
/** More would turn the noise of an empty room into the programme. */
const MAX_GAIN_DB = 30;

/**
 * How far the true peak may lie above the highest sample. Measuring it takes three times the CPU, and a limiter that
 * finds nothing to do changes nothing.
 */
const TRUE_PEAK_MARGIN_DB = 3;

/** Reads the summary that ffmpeg's `ebur128` filter prints at its end. */
export function readLoudness(standardError: string): Loudness {
  const summary = standardError.slice(standardError.lastIndexOf("Summary:"));
  const integrated = Number(/\bI:\s+(-?[\d.]+|-inf|nan) LUFS/.exec(summary)?.[1]);
  const peak = Number(/\bPeak:\s+(-?[\d.]+|-inf|nan) dBFS/.exec(summary)?.[1]);
  return {
    integratedLufs: Number.isFinite(integrated) && integrated > ABSOLUTE_GATE_LUFS ? integrated : null,
    peakDbfs: Number.isFinite(peak) ? peak : null,
  };
}

/** The gain that brings the item to −23 LUFS. The limiter is used only when the gain lifts a peak too high. */
export function correctionFor({ integratedLufs, peakDbfs }: Loudness): LoudnessCorrection {
  const gainDb =
    integratedLufs === null ? 0 : Math.round(Math.min(MAX_GAIN_DB, TARGET_LUFS - integratedLufs) * 100) / 100;
  return { gainDb, limit: peakDbfs !== null && peakDbfs + gainDb > MAX_TRUE_PEAK_DBTP - TRUE_PEAK_MARGIN_DB };
}
