import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Pictures } from "@/core/content/pictures";
import type { Rung, TrackTable } from "@/core/playout/segment-table";
import { candidatesArguments, storyboardArguments } from "@/core/transcode/arguments";
import { type StoryboardLayout, storyboardLayout, storyboardVtt } from "@/core/transcode/storyboard";
import { makeArtwork } from "@/server/artwork/make-artwork";
import { PICTURE_LIMITS } from "./limits";
import { segmentName } from "./read-segments";
import { run } from "./run";

export interface PictureRequest {
  /** Folder with `<rung>/`, which gets the pictures. */
  folder: string;
  /** Best first. */
  rungs: readonly { name: Rung; width: number; height: number }[];
  video: TrackTable;
  signal: AbortSignal;
}

const CANDIDATES = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85];

/**
 * The artwork that an item has by itself, in every shape, and its storyboard. Made from the finished renditions: they
 * are upright, deinterlaced and tone-mapped already, and only their key frames are decoded.
 */
export async function makePictures(request: PictureRequest): Promise<Pictures> {
  const [frame] = await Promise.all([representativeFrame(request), makeStoryboard(request)]);
  const { shapes, files } = await makeArtwork(sharp(frame));
  for (const [name, bytes] of files) await writeFile(path.join(request.folder, name), bytes);
  return { shapes, storyboard: { file: "storyboard.jpg", vttFile: "storyboard.vtt" } };
}

/** The liveliest of a few key frames, so that a fade-in, a black leader or an empty title card is not the poster. */
async function representativeFrame({ folder, rungs, video, signal }: PictureRequest): Promise<Buffer> {
  const best = rungs[0]!;
  const segments = new Set(CANDIDATES.map((share) => Math.floor(share * video.ticks.length)));
  await run("ffmpeg", candidatesArguments(path.join(folder, "candidate-%d.jpg")), {
    limits: PICTURE_LIMITS,
    signal,
    input: keyFrames(path.join(folder, best.name), [...segments]),
  });
  let chosen: { picture: Buffer; score: number } | null = null;
  for (let index = 1; ; index++) {
    const picture = await readFile(path.join(folder, `candidate-${index}.jpg`)).catch(() => null);
    if (!picture) break;
    await rm(path.join(folder, `candidate-${index}.jpg`));
    const score = await liveliness(picture);
    if (!chosen || score > chosen.score) chosen = { picture, score };
  }
  if (!chosen) throw new Error("no key frame of the encoding could be decoded");
  return chosen.picture;
}

/** Entropy of the picture, with a penalty for what is nearly black or white. */
async function liveliness(picture: Buffer): Promise<number> {
  const { entropy, channels } = await sharp(picture).resize(160, 90, { fit: "inside" }).stats();
  const mean = channels.slice(0, 3).reduce((sum, channel) => sum + channel.mean, 0) / 3;
  return mean < 16 || mean > 240 ? entropy / 10 : entropy;
}

async function makeStoryboard({ folder, rungs, video, signal }: PictureRequest): Promise<void> {
  const smallest = rungs.at(-1)!;
  const layout: StoryboardLayout = storyboardLayout(
    video.ticks.map((ticks) => ticks / video.timescale),
    smallest,
  );
  await run("ffmpeg", storyboardArguments(layout, path.join(folder, "storyboard.jpg")), {
    limits: PICTURE_LIMITS,
    signal,
    input: keyFrames(
      path.join(folder, smallest.name),
      layout.tiles.map((tile) => tile.segment),
    ),
  });
  await writeFile(path.join(folder, "storyboard.vtt"), storyboardVtt(layout, "storyboard.jpg"));
}

/** The init segment and the chosen segments of a rendition, one after the other. */
async function* keyFrames(folder: string, segments: readonly number[]): AsyncGenerator<Uint8Array> {
  yield await readFile(path.join(folder, "init.mp4"));
  for (const segment of segments) yield await readFile(path.join(folder, segmentName(segment)));
}
