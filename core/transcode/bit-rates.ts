import { TARGET_DURATION_SECONDS } from "./profile";

export interface BitRates {
  average: number;
  peak: number;
}

/**
 * Bit rates of a rendition from its measured segments. The peak is that of RFC 8216 §4.3.4.2: the highest over any
 * run of segments whose length lies between 0.5 and 1.5 target durations, else that of the whole.
 */
export function bitRates(ticks: readonly number[], bytes: readonly number[], timescale: number): BitRates {
  const rate = (from: number, to: number) => {
    const seconds = sum(ticks.slice(from, to)) / timescale;
    return seconds > 0 ? Math.ceil((sum(bytes.slice(from, to)) * 8) / seconds) : 0;
  };
  const average = rate(0, ticks.length);
  let peak = average;
  for (let from = 0; from < ticks.length; from++) {
    for (let to = from + 1; to <= ticks.length; to++) {
      const targets = sum(ticks.slice(from, to)) / timescale / TARGET_DURATION_SECONDS;
      if (targets > 1.5) break;
      if (targets >= 0.5) peak = Math.max(peak, rate(from, to));
    }
  }
  return { average, peak };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
