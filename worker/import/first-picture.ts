import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/core/errors";
import type { ByteSource } from "@/core/import/read-hls";
import { FetchFailure } from "@/core/net/fetch-failure";
import { firstPictureArguments } from "@/core/transcode/first-picture-arguments";
import { storeArtwork } from "@/server/artwork/store-artwork";
import { log } from "@/server/log";
import { fetchBytes } from "@/server/outbound/fetch-bytes";
import { PICTURE_LIMITS } from "../ffmpeg/limits";
import { ProcessFailure, run } from "../ffmpeg/run";
import { workFolder } from "../work-folder";

/** Where the first picture of a linked programme is. */
export interface FirstBytes {
  init: ByteSource | null;
  segment: ByteSource;
}

/** Some seconds of the best quality there is. */
const MAX_SEGMENT_BYTES = 64 * 1024 ** 2;

/**
 * Makes the poster of a linked programme from its first segment. We fetch the bytes ourselves and ffmpeg reads the
 * file: it never sees the network. A programme without a picture is no failure.
 * @throws errors of the storage and the database
 */
export async function posterOfFirstSegment(
  contentItemId: string,
  first: FirstBytes,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(workFolder(), { recursive: true });
  const folder = await mkdtemp(path.join(workFolder(), "poster-"));
  const picture = path.join(folder, "picture.jpg");
  try {
    const parts = [
      first.init ? await bytesOf(first.init, signal) : Buffer.alloc(0),
      await bytesOf(first.segment, signal),
    ];
    const segment = path.join(folder, "segment");
    await writeFile(segment, Buffer.concat(parts));
    await run("ffmpeg", firstPictureArguments(segment, picture), { limits: PICTURE_LIMITS, signal });
    await storeArtwork(contentItemId, await readFile(picture), { from: "import" });
  } catch (thrown) {
    if (!isAboutThePicture(thrown)) throw thrown;
    log.info({ err: thrown, contentItemId }, "no poster could be made of a linked programme");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bytesOf({ url, range }: ByteSource, signal: AbortSignal): Promise<Buffer> {
  const headers: Record<string, string> = range === null ? {} : { range: `bytes=${range}` };
  const { bytes } = await fetchBytes(url, { signal, headers, maxBytes: MAX_SEGMENT_BYTES });
  return bytes;
}

function isAboutThePicture(thrown: unknown): boolean {
  if (thrown instanceof FetchFailure || thrown instanceof ProcessFailure) return true;
  if (thrown instanceof AppError) return thrown.code === "request.invalid" || thrown.code === "url.refused";
  return (thrown as NodeJS.ErrnoException).code === "ENOENT";
}
