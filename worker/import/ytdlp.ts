import { access, constants, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { ImportFailure } from "@/core/import/import-failure";
import { type PageVideo, readPageVideo } from "@/core/import/page-video";
import { downloadArguments, metadataArguments, readProgress } from "@/core/import/ytdlp-arguments";
import { ytdlpFailure } from "@/core/import/ytdlp-failure";
import { env } from "@/server/env";
import type { GuardProxy } from "@/server/outbound/guard-proxy";
import { ProcessFailure, type RunLimits, type RunOptions, run } from "../ffmpeg/run";
import type { ImportPlace } from "./store-download";

/** Where yt-dlp is, by `YTDLP_PATH` or PATH; null when this machine has none. */
export async function findYtdlp(): Promise<string | null> {
  const { YTDLP_PATH, PATH } = env();
  const folders = YTDLP_PATH.includes("/") ? [""] : PATH.split(path.delimiter).filter(Boolean);
  for (const folder of folders) {
    const file = path.join(folder, YTDLP_PATH);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return null;
}

export interface YtdlpPlace {
  folder: string;
  proxy: GuardProxy;
  signal: AbortSignal;
}

const GiB = 1024 ** 3;
const LOOKING: RunLimits = { wallSeconds: 180, memoryBytes: 2 * GiB, cpuSeconds: 120, fileBytes: 64 * 1024 ** 2 };
/** The rest of its output is prose of which the last words count. */
const KEPT_CHARACTERS = 16_000;

/**
 * What video is on a page. What yt-dlp told of it stays in the folder, for {@link downloadFormat}.
 * @throws ImportFailure, FetchFailure
 */
export async function pageVideo(url: string, place: YtdlpPlace): Promise<PageVideo> {
  const { stdout } = await ytdlp(metadataArguments(url), place, { limits: LOOKING });
  const video = readPageVideo(parsed(stdout));
  await writeFile(infoFile(place), JSON.stringify(video.told));
  return video;
}

/**
 * Downloads one format to a file.
 * @throws ImportFailure, FetchFailure
 */
export async function downloadFormat(formatId: string, file: string, place: YtdlpPlace & ImportPlace): Promise<void> {
  const { IMPORT_MAX_BYTES, IMPORT_BYTES_PER_SECOND, IMPORT_MAX_MINUTES } = env();
  const seconds = IMPORT_MAX_MINUTES * 60;
  const limits = { wallSeconds: seconds, memoryBytes: 2 * GiB, cpuSeconds: seconds, fileBytes: IMPORT_MAX_BYTES };
  const wanted = { maxBytes: IMPORT_MAX_BYTES, bytesPerSecond: IMPORT_BYTES_PER_SECOND };
  let said = "";
  const onLine = (line: string) => {
    const progress = readProgress(line);
    if (progress) place.onProgress({ step: "downloading", ...progress });
    else said = `${said}${line}\n`.slice(-KEPT_CHARACTERS);
  };
  await ytdlp(downloadArguments(infoFile(place), formatId, file, wanted), place, { limits, onLine });
  const stored = await stat(file).catch(() => null);
  // What is too large it says on standard output, and ends as if all were well.
  if (!stored?.size) throw ytdlpFailure(said);
}

function infoFile(place: YtdlpPlace): string {
  return path.join(place.folder, "page.json");
}

async function ytdlp(args: string[], place: YtdlpPlace, options: Pick<RunOptions, "limits" | "onLine">) {
  const proxies = { http_proxy: place.proxy.url, https_proxy: place.proxy.url, all_proxy: place.proxy.url };
  const environment = { ...proxies, PYTHONDONTWRITEBYTECODE: "1", PYTHONNOUSERSITE: "1", LC_ALL: "C.UTF-8" };
  return run("yt-dlp", args, { ...options, signal: place.signal, environment }).catch((thrown) => {
    if (!(thrown instanceof ProcessFailure)) throw thrown;
    throw ytdlpFailure(`${thrown.stderr}\n${thrown.message}`);
  });
}

function parsed(stdout: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new ImportFailure("import.no_video_on_page", undefined, stdout.slice(0, 300));
  }
}
