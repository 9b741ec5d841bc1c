import { type FileHandle, open } from "node:fs/promises";
import { beginsLikeMp4, isProtected } from "@/core/transcode/mp4-head";

export interface Mp4Facts {
  /** The file begins as MP4 and QuickTime files do. */
  looksLikeMp4: boolean;
  /** A track of it is encrypted. */
  encrypted: boolean;
}

/** The index of two days of video is smaller. */
const MAX_INDEX_BYTES = 64 * 1024 ** 2;
const MAX_BOXES = 10_000;

/** What only the boxes of an MP4 tell; false on both for every other file. Reads headers and the index only. */
export async function inspectMp4(file: string): Promise<Mp4Facts> {
  const handle = await open(file, "r");
  try {
    const head = await readAt(handle, 0, 12);
    if (!beginsLikeMp4(head)) return { looksLikeMp4: false, encrypted: false };
    const moov = await findMoov(handle);
    return { looksLikeMp4: true, encrypted: moov !== null && hasProtectedTrack(moov) };
  } finally {
    await handle.close();
  }
}

async function findMoov(handle: FileHandle): Promise<Buffer | null> {
  let at = 0;
  for (let box = 0; box < MAX_BOXES; box++) {
    const header = await readAt(handle, at, 16);
    if (header.byteLength < 16) return null;
    const short = header.readUInt32BE(0);
    const size = short === 1 ? Number(header.readBigUInt64BE(8)) : short;
    if (size < 8) return null;
    if (header.toString("latin1", 4, 8) === "moov") return size <= MAX_INDEX_BYTES ? readAt(handle, at, size) : null;
    at += size;
  }
  return null;
}

/** A broken index is for ffprobe to judge. */
function hasProtectedTrack(moov: Buffer): boolean {
  try {
    return isProtected(moov);
  } catch {
    return false;
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
