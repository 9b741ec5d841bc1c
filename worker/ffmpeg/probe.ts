import { stat } from "node:fs/promises";
import { probeArguments, scanArguments } from "@/core/transcode/arguments";
import { type FailureCode, failureOf, TranscodeFailure } from "@/core/transcode/failure";
import { readProbe } from "@/core/transcode/read-probe";
import type { Source, SourceExtent } from "@/core/transcode/source";
import { inspectMp4 } from "./inspect-mp4";
import { PROBE_LIMITS, readingLimits } from "./limits";
import { ProcessFailure, run } from "./run";

/**
 * What is in the file.
 * @throws TranscodeFailure for a file that cannot be converted
 */
export async function probe(file: string, signal: AbortSignal): Promise<Source> {
  const { size } = await stat(file);
  if (size === 0) throw new TranscodeFailure("source.empty");
  const { looksLikeMp4, encrypted } = await inspectMp4(file);
  if (encrypted) throw new TranscodeFailure("source.drm");
  try {
    const { stdout, stderr } = await run("ffprobe", probeArguments(file), { limits: PROBE_LIMITS, signal });
    if (TOO_LARGE.test(stderr)) throw new TranscodeFailure("source.too_large_picture", stderr.slice(0, 300));
    return readProbe(JSON.parse(stdout));
  } catch (thrown) {
    if (!(thrown instanceof ProcessFailure)) throw thrown;
    // By its name alone ffprobe takes any text called .mp4 for an MP4 without its index.
    const named = /moov atom not found/.test(thrown.stderr) && !looksLikeMp4;
    return asSourceFailure(thrown, named ? "source.not_media" : undefined);
  }
}

/**
 * Reads every packet of the file, to learn where its tracks really end: headers lie, and files break off.
 * @throws TranscodeFailure when the file cannot be read to its end
 */
export async function scanExtent(file: string, source: Source, signal: AbortSignal): Promise<SourceExtent> {
  const { size } = await stat(file);
  const ends = new Map<number, number>();
  let videoFrames = 0;
  let videoStart = Number.POSITIVE_INFINITY;
  const onLine = (line: string) => {
    const [stream, pts, duration, flags] = line.split(",");
    const start = Number(pts);
    // Packets marked D lie outside the edit list and are never shown.
    if (!stream || pts === "N/A" || !Number.isFinite(start) || flags?.includes("D")) return;
    const index = Number(stream);
    const isVideo = index === source.video?.index;
    if (isVideo) {
      videoFrames++;
      videoStart = Math.min(videoStart, start);
    }
    const known = Number(duration);
    const length = known > 0 ? known : isVideo ? 1 / (source.video?.framesPerSecond ?? 25) : 0;
    ends.set(index, Math.max(ends.get(index) ?? Number.NEGATIVE_INFINITY, start + length));
  };
  await run("ffprobe", scanArguments(file), { limits: readingLimits(size), signal, onLine }).catch((thrown) =>
    asSourceFailure(thrown),
  );
  return {
    videoStartSeconds: Number.isFinite(videoStart) ? videoStart : null,
    videoEndSeconds: endOf(ends, source.video?.index),
    videoFrames,
    audioEndSeconds: endOf(ends, source.audio?.index),
    endSeconds: Math.max(source.startSeconds, ...ends.values()),
  };
}

function endOf(ends: Map<number, number>, index: number | undefined): number | null {
  return index === undefined ? null : (ends.get(index) ?? null);
}

/** ffprobe goes on without the size of a picture that it refuses to decode. */
const TOO_LARGE = /Picture size \S+ is invalid|dimensions too large/i;

function asSourceFailure(thrown: unknown, known?: FailureCode): never {
  if (!(thrown instanceof ProcessFailure)) throw thrown;
  if (thrown.reason === "absent") throw new TranscodeFailure("transcode.failed", thrown.message, { cause: thrown });
  const fallback = thrown.reason === "exit" ? "source.not_media" : "source.too_complex";
  throw new TranscodeFailure(known ?? failureOf(thrown.stderr, fallback), detailOf(thrown), { cause: thrown });
}

/** The last lines of what the program said, for the log. */
export function detailOf(failure: ProcessFailure): string {
  return `${failure.message}: ${failure.stderr.trim().split("\n").slice(-3).join(" | ").slice(-600)}`;
}
