import { ImportFailure } from "@/core/import/import-failure";
import { FetchFailure } from "@/core/net/fetch-failure";
import { finishImport, type ImportedFile } from "@/server/import/finish-import";
import type { ImportRun } from "@/server/import/mark-import-running";
import { log } from "@/server/log";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { openSource } from "./open-source";
import { type ImportPlace, storeDownload } from "./store-download";
import { storePage } from "./store-page";

/**
 * Downloads what an address leads to: a file as it is, the video of a page with yt-dlp. What runs before this one left
 * when they were killed is removed first; what is stored and not handed on, at the end.
 * @returns false when the job no longer belongs to the run
 */
export async function importFile(run: ImportRun, place: ImportPlace, url: string): Promise<boolean> {
  // Before anything can be finished: whoever dies later leaves at most the source that the item names.
  await storage().removePrefix(sourcePrefix(run.contentItemId));
  const file = await bring(run, place, url);
  let finished = false;
  try {
    place.signal.throwIfAborted();
    finished = await finishImport(run, file);
  } finally {
    if (!finished) await storage().remove(file.sourceKey).catch(leaveToSweep);
  }
  return finished;
}

async function bring(run: ImportRun, place: ImportPlace, url: string): Promise<ImportedFile> {
  const source = await openSource(url, place.signal);
  if (source.is === "media") return nonEmpty(await storeDownload(run, url, source, place));
  await source.reply.discard();
  if (typeof source.is === "object") throw new FetchFailure("url.wrong_type", source.is.wrong);
  return storePage(run, url, source.is, place);
}

async function nonEmpty(file: ImportedFile): Promise<ImportedFile> {
  if (file.sizeBytes > 0) return file;
  await storage().remove(file.sourceKey).catch(leaveToSweep);
  throw new ImportFailure("import.empty_file");
}

function leaveToSweep(err: unknown): void {
  log.warn({ err }, "a download that is not used stays until its item is imported again or removed");
}
