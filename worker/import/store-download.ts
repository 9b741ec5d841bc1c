import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { fileNameOfHeader } from "@/core/import/file-name-of-header";
import type { ImportProgress } from "@/core/import/job-input";
import { SpeedMeter } from "@/core/import/speed-meter";
import { env } from "@/server/env";
import type { ImportedFile } from "@/server/import/finish-import";
import type { ImportRun } from "@/server/import/mark-import-running";
import { storage } from "@/server/storage/create-storage";
import { safeName, sourcePrefix } from "@/server/storage/keys";
import type { OpenSource } from "./open-source";
import { paced } from "./paced";
import { resumedBody } from "./resumed-body";

export interface ImportPlace {
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}

/** Where a run puts the source of its item: a key of its own, so that two runs never share an object. */
export function newSourceKey(run: ImportRun, filename: string): string {
  return `${sourcePrefix(run.contentItemId)}${randomUUID()}/${safeName(filename)}`;
}

/**
 * Downloads an open source straight into the storage, without a file on the way.
 * @throws FetchFailure, AppError of the storage; then nothing is stored
 */
export async function storeDownload(
  run: ImportRun,
  url: string,
  source: OpenSource,
  place: ImportPlace,
): Promise<ImportedFile> {
  const filename = fileNameOfHeader(source.reply.headers["content-disposition"]);
  const contentType = mediaTypeOf(source.reply.headers["content-type"]);
  const sourceKey = newSourceKey(run, filename ?? run.item.filename);
  const meter = new SpeedMeter();
  let sizeBytes = 0;
  async function* measured() {
    const body = resumedBody(url, source, place);
    for await (const chunk of paced(body, env().IMPORT_BYTES_PER_SECOND, place.signal)) {
      sizeBytes += chunk.byteLength;
      place.onProgress({
        step: "downloading",
        receivedBytes: sizeBytes,
        totalBytes: source.totalBytes,
        bytesPerSecond: meter.at(performance.now(), sizeBytes),
      });
      yield chunk;
    }
  }
  try {
    await storage().put(sourceKey, Readable.from(measured(), { objectMode: false }), { contentType });
  } finally {
    await source.reply.discard();
  }
  return { sourceKey, sizeBytes, contentType, filename, title: null };
}

/** What the server calls a file of pictures or sound is kept; anything else tells nothing about it. */
function mediaTypeOf(header: string | undefined): string {
  const type = (header ?? "").split(";")[0]!.trim().toLowerCase();
  return /^(video|audio)\/[\w.+-]{1,100}$|^application\/mxf$/.test(type) ? type : "application/octet-stream";
}
