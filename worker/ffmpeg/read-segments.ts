import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  fragmentsOf,
  type InitSegment,
  type MediaSegment,
  readInitSegment,
  readMediaSegment,
} from "@/core/transcode/mp4-boxes";

/** One rendition as it was measured on disk. */
export interface MeasuredTrack {
  init: InitSegment;
  segments: MediaSegment[];
  bytes: number[];
}

/** Name of the n-th segment file of a rendition. */
export function segmentName(index: number): string {
  return `${String(index).padStart(5, "0")}.m4s`;
}

/**
 * Reads the segments of one rendition from its boxes. What ffmpeg cut off behind the last planned segment (a tail
 * under a second, a sliver of audio) becomes part of it.
 */
export async function readSegments(folder: string, planned: number): Promise<MeasuredTrack> {
  const init = readInitSegment(await readFile(path.join(folder, "init.mp4")));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".m4s")).sort();
  const tail = names.slice(planned);
  if (tail.length > 0) {
    const last = path.join(folder, segmentName(planned - 1));
    const parts = [await readFile(last)];
    for (const name of tail) parts.push(Buffer.from(fragmentsOf(await readFile(path.join(folder, name)))));
    await writeFile(last, Buffer.concat(parts));
    for (const name of tail) await rm(path.join(folder, name));
  }
  const segments: MediaSegment[] = [];
  const bytes: number[] = [];
  for (const name of names.slice(0, planned)) {
    const content = await readFile(path.join(folder, name));
    segments.push(readMediaSegment(content));
    bytes.push(content.byteLength);
  }
  return { init, segments, bytes };
}
