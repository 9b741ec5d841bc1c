import { mkdir, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/core/errors";
import { ImportFailure } from "@/core/import/import-failure";
import type { PageVideo } from "@/core/import/page-video";
import { FetchFailure } from "@/core/net/fetch-failure";
import { env } from "@/server/env";
import type { ImportedFile } from "@/server/import/finish-import";
import type { ImportRun } from "@/server/import/mark-import-running";
import { type GuardProxy, startGuardProxy } from "@/server/outbound/guard-proxy";
import { storage } from "@/server/storage/create-storage";
import { joinTracks } from "../ffmpeg/join-tracks";
import { workFolder } from "../work-folder";
import { type ImportPlace, newSourceKey } from "./store-download";
import { downloadFormat, findYtdlp, pageVideo } from "./ytdlp";

const MANIFEST_NEEDS_IT =
  "The address leads to an HLS or DASH manifest, and yt-dlp, which could download it, is not installed on this server. Link the manifest instead of importing it, or ask the operator to install yt-dlp.";

/**
 * Downloads the video of a page, or of a manifest, with yt-dlp, which reaches the network through our own proxy only.
 * Its files lie on the worker's disk until they are stored whole.
 * @throws ImportFailure, FetchFailure, url.refused, AppError of the storage; then nothing is stored
 */
export async function storePage(
  run: ImportRun,
  url: string,
  is: "page" | "manifest",
  place: ImportPlace,
): Promise<ImportedFile> {
  if (!(await findYtdlp())) {
    throw new ImportFailure("import.no_downloader", is === "manifest" ? MANIFEST_NEEDS_IT : undefined);
  }
  const { IMPORT_MAX_BYTES, IMPORT_IDLE_SECONDS } = env();
  const folder = workFolder(run.contentItemId, `import-${run.attempt}`);
  await rm(workFolder(run.contentItemId), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const proxy = await startGuardProxy({ maxBytes: IMPORT_MAX_BYTES, idleMs: IMPORT_IDLE_SECONDS * 1000 });
  try {
    const video = await pageVideo(url, { folder, proxy, signal: place.signal });
    const file = await downloadVideo(video, { ...place, folder, proxy });
    const { size: sizeBytes } = await stat(file);
    const sourceKey = newSourceKey(run, run.item.filename);
    const contentType = "application/octet-stream";
    await storage().putFile(sourceKey, file, { contentType });
    return { sourceKey, sizeBytes, contentType, filename: null, title: video.title };
  } catch (thrown) {
    throw place.signal.aborted ? thrown : reasonOf(thrown, proxy);
  } finally {
    await proxy.stop();
    await rm(folder, { recursive: true, force: true });
    await rmdir(workFolder(run.contentItemId)).catch(() => {}); // not empty: another run of the item works there
  }
}

async function downloadVideo(
  video: PageVideo,
  place: ImportPlace & { folder: string; proxy: GuardProxy },
): Promise<string> {
  const files: string[] = [];
  for (const [index, formatId] of video.formatIds.entries()) {
    const file = path.join(place.folder, `format-${index}`);
    await downloadFormat(formatId, file, place);
    files.push(file);
  }
  const [pictures, sound] = files as [string, string?];
  return sound ? joinTracks(pictures, sound, path.join(place.folder, "joined.mkv"), place.signal) : pictures;
}

/** What the proxy turned away yt-dlp reports as any failure of the network. */
function reasonOf(thrown: unknown, proxy: GuardProxy): unknown {
  const refusal = proxy.refusals[0];
  if (refusal !== undefined)
    return new AppError("url.refused", `The page needs an address that is refused. ${refusal}`);
  if (proxy.receivedBytes() > env().IMPORT_MAX_BYTES) return new FetchFailure("url.too_large");
  return thrown;
}
