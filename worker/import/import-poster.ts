import { parseArtwork } from "@/core/content/artwork";
import { AppError } from "@/core/errors";
import { FetchFailure } from "@/core/net/fetch-failure";
import { storeArtwork } from "@/server/artwork/store-artwork";
import { warnImport } from "@/server/import/finish-import";
import type { ImportRun } from "@/server/import/mark-import-running";
import { fetchBytes } from "@/server/outbound/fetch-bytes";
import type { ImportPlace } from "./store-download";

/** A print-ready picture has some megabytes. */
const MAX_POSTER_BYTES = 32 * 1024 ** 2;

/**
 * Fetches the poster of an item and makes all its shapes. A poster that cannot be had is no reason to fail: the
 * creator reads why, and the item goes on without it.
 * @throws errors of the storage and the database
 */
export async function importPoster(run: ImportRun, url: string, place: ImportPlace): Promise<void> {
  // An earlier run of the same job has been here.
  if (run.attempt > 1 && parseArtwork(run.item.artwork).current?.from === "import") return;
  place.onProgress({ step: "poster", receivedBytes: null, totalBytes: null, bytesPerSecond: null });
  try {
    const headers = { accept: "image/*" };
    const { bytes, contentType } = await fetchBytes(url, { maxBytes: MAX_POSTER_BYTES, headers, signal: place.signal });
    if (contentType !== "" && !/^(image\/|application\/octet-stream$|binary\/)/.test(contentType)) {
      throw new FetchFailure("url.wrong_type", `The address leads to ${contentType}, not to a picture.`);
    }
    await storeArtwork(run.contentItemId, bytes, { from: "import" });
  } catch (thrown) {
    const reason = reasonOf(thrown);
    if (reason === null) throw thrown;
    await warnImport(run, `The poster was left out: ${reason}`);
  }
}

function reasonOf(thrown: unknown): string | null {
  if (thrown instanceof FetchFailure) return thrown.sentence;
  const isTheirs = thrown instanceof AppError && (thrown.code === "url.refused" || thrown.code === "request.invalid");
  return isTheirs ? thrown.message : null;
}
