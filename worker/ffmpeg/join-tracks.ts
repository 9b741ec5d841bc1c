import { stat } from "node:fs/promises";
import { TranscodeFailure } from "@/core/transcode/failure";
import { joinArguments } from "@/core/transcode/join-arguments";
import { readingLimits } from "./limits";
import { detailOf } from "./probe";
import { ProcessFailure, run } from "./run";

/**
 * Puts the pictures of one file and the sound of another into a third, as they are.
 * @returns the third file
 * @throws TranscodeFailure
 */
export async function joinTracks(
  pictures: string,
  sound: string,
  joined: string,
  signal: AbortSignal,
): Promise<string> {
  const sizes = await Promise.all([stat(pictures), stat(sound)]);
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  // Matroska adds some bytes to every frame.
  const limits = { ...readingLimits(bytes), fileBytes: Math.ceil(bytes * 1.1) + 1024 ** 2 };
  await run("ffmpeg", joinArguments(pictures, sound, joined), { limits, signal }).catch((thrown) => {
    if (!(thrown instanceof ProcessFailure)) throw thrown;
    throw new TranscodeFailure("source.not_media", detailOf(thrown), { cause: thrown });
  });
  return joined;
}
