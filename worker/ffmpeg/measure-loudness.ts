import { stat } from "node:fs/promises";
import { loudnessArguments } from "@/core/transcode/arguments";
import { correctionFor, type LoudnessCorrection, readLoudness } from "@/core/transcode/loudness";
import type { EncodePlan } from "@/core/transcode/plan";
import type { Source } from "@/core/transcode/source";
import { log } from "@/server/log";
import { readingLimits } from "./limits";
import { detailOf } from "./probe";
import { ProcessFailure, run } from "./run";

/** The sound as it is. */
export const UNCHANGED: LoudnessCorrection = { gainDb: 0, limit: false };

/**
 * Decodes the sound alone and decides its one linear gain. Sound that cannot be measured keeps its level: the encode
 * itself will say whether it can be decoded.
 */
export async function measureLoudness(
  file: string,
  source: Source,
  plan: EncodePlan,
  signal: AbortSignal,
): Promise<LoudnessCorrection> {
  if (!source.audio) return UNCHANGED;
  const { size } = await stat(file);
  const limits = readingLimits(size);
  const seconds = limits.wallSeconds + plan.durationSeconds;
  try {
    const { stderr } = await run("ffmpeg", loudnessArguments(file, source.audio, plan.durationSeconds), {
      limits: { ...limits, wallSeconds: seconds, cpuSeconds: seconds },
      signal,
      onLine: () => {},
    });
    return correctionFor(readLoudness(stderr));
  } catch (thrown) {
    if (!(thrown instanceof ProcessFailure) || thrown.reason === "absent") throw thrown;
    log.warn({ detail: detailOf(thrown) }, "the loudness of a source could not be measured");
    return UNCHANGED;
  }
}
