import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/core/errors";
import type { ByteSource } from "@/core/import/read-hls";
import { FetchFailure } from "@/core/net/fetch-failure";
import { firstPictureArguments } from "@/core/transcode/first-picture-arguments";
import { storeArtwork } from "@/server/artwork/store-artwork";
import { log } from "@/server/log";
import { PICTURE_LIMITS } from "../ffmpeg/limits";
import { ProcessFailure, run } from "../ffmpeg/run";
import { workFolder } from "../work-folder";
import { firstBytes } from "./byte-source";

/** Where the first picture of a linked programme is. */
export interface FirstBytes {
  init: ByteSource | null;
  segment: ByteSource;
}

/**
 * Makes the poster of a linked programme from its first segment. A programme without a picture is no failure.
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
    const segment = path.join(folder, "segment");
    await writeFile(segment, await firstBytes(first.init, first.segment, signal));
    await run("ffmpeg", firstPictureArguments(segment, picture), { limits: PICTURE_LIMITS, signal });
    await storeArtwork(contentItemId, await readFile(picture), { from: "import" });
  } catch (thrown) {
    if (!isAboutThePicture(thrown)) throw thrown;
    log.info({ err: thrown, contentItemId }, "no poster could be made of a linked programme");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isAboutThePicture(thrown: unknown): boolean {
  if (thrown instanceof FetchFailure || thrown instanceof ProcessFailure) return true;
  if (thrown instanceof AppError) return thrown.code === "request.invalid" || thrown.code === "url.refused";
  return (thrown as NodeJS.ErrnoException).code === "ENOENT";
}
