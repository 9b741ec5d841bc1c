import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Rung } from "@/core/playout/segment-table";
import { type EncodePlan, planEncode } from "@/core/transcode/plan";
import type { Progress } from "@/core/transcode/progress";
import type { Source } from "@/core/transcode/source";
import { verifyEncode } from "@/core/transcode/verify";
import { makeCard } from "./ffmpeg/card";
import { encode } from "./ffmpeg/encode";
import { measureLoudness, UNCHANGED } from "./ffmpeg/measure-loudness";
import { probe, scanExtent } from "./ffmpeg/probe";
import { type MeasuredTrack, readSegments } from "./ffmpeg/read-segments";

export interface FileEncode {
  source: Source;
  plan: EncodePlan;
  videos: Map<Rung, MeasuredTrack>;
  audio: MeasuredTrack;
  /** Folder with `<rung>/` and `audio/`. */
  folder: string;
}

export interface FileEncodeOptions {
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Leaves the sound at the level it has, for sound that is meant to be nearly silent. */
  keepLevel?: boolean;
}

/**
 * Turns one file into the segments of the channel profile below `workFolder`: probe, decide, measure, encode, verify.
 * Knows neither database nor storage.
 * @throws TranscodeFailure, or the signal's reason
 */
export async function transcodeFile(file: string, workFolder: string, options: FileEncodeOptions): Promise<FileEncode> {
  const { signal } = options;
  const source = await probe(file, signal);
  const extent = await scanExtent(file, source, signal);
  const plan = planEncode(source, extent);
  const correction = options.keepLevel ? UNCHANGED : await measureLoudness(file, source, plan, signal);

  const folder = path.join(workFolder, "encoding");
  await mkdir(folder, { recursive: true });
  const silentPictures = extent.videoFrames === 0;
  const card = silentPictures ? await makeCard(file, source, workFolder, signal) : null;
  await encode(
    { source, plan, correction, file, card, folder },
    { signal, onProgress: options.onProgress ?? (() => {}) },
  );

  const videos = new Map<Rung, MeasuredTrack>();
  for (const { name } of plan.rungs) videos.set(name, await readSegments(path.join(folder, name), plan.segments));
  const audio = await readSegments(path.join(folder, "audio"), plan.segments);
  verifyEncode(plan, videos, audio);
  return { source, plan, videos, audio, folder };
}
