import { mkdir, rm, rmdir } from "node:fs/promises";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/core/errors";
import { TranscodeFailure } from "@/core/transcode/failure";
import type { Progress } from "@/core/transcode/progress";
import { sourceFacts } from "@/core/transcode/read-probe";
import type { ContentItem } from "@/generated/prisma/client";
import { markFailed } from "@/server/content/mark-failed";
import { leaveRun, markPending } from "@/server/content/mark-pending";
import { markTranscoding, type TranscodeRun } from "@/server/content/mark-transcoding";
import { purgeUnnamed } from "@/server/content/purge-encodings";
import { recordEncoding } from "@/server/content/record-encoding";
import { recordProgress } from "@/server/content/record-progress";
import { log } from "@/server/log";
import type { JobPayload } from "@/server/queue/jobs";
import { storage } from "@/server/storage/create-storage";
import { encodingPrefix } from "@/server/storage/keys";
import { finishEncode } from "../finish-encode";
import { keepAlive, RunLost } from "../keep-alive";
import { storeFolder } from "../store-folder";
import { transcodeFile } from "../transcode-file";
import { workFolder } from "../work-folder";

type Request = JobPayload<"transcode">;

/**
 * Turns the source of an item into the encoding that plays. Every run makes an encoding of its own under a new id,
 * and only the run whose id stands in the row may finish: running twice, or dying anywhere, leaves one result.
 * @throws TranscodeFailure, AppError of the storage, errors of the database; the runner decides about another try
 */
export async function transcode(request: Request, signal: AbortSignal): Promise<void> {
  const run: TranscodeRun = { ...request, encodingId: uuidv7() };
  const item = await markTranscoding(run, new Date());
  if (!item) return;
  const folder = workFolder(run.contentItemId, run.encodingId);
  const prefix = encodingPrefix(run.contentItemId, run.encodingId);
  const record = (progress: Progress | null, now: Date) => recordProgress(run, progress, now);
  const alive = keepAlive(record, run, signal);
  let recorded = false;
  try {
    await purgeUnnamed(run.contentItemId, run.encodingId);
    await rm(workFolder(run.contentItemId), { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    recorded = await makeEncoding(run, item, { folder, prefix, alive });
  } catch (thrown) {
    if (!alive.signal.aborted || !(alive.signal.reason instanceof RunLost)) throw thrown;
  } finally {
    await alive.stop();
    await rm(folder, { recursive: true, force: true });
    await rmdir(workFolder(run.contentItemId)).catch(() => {}); // not empty: another run of the item works there
    if (!recorded) await withdraw(run, prefix).catch(leaveToSweep);
  }
  if (!recorded)
    log.info({ contentItemId: run.contentItemId }, "the item was deleted or taken over while it was transcoded");
}

/** Takes back what a run has stored, then says that nothing more will come. */
async function withdraw(run: TranscodeRun, prefix: string): Promise<void> {
  await storage().removePrefix(prefix);
  await leaveRun(run);
}

async function makeEncoding(
  run: TranscodeRun,
  item: ContentItem,
  place: { folder: string; prefix: string; alive: ReturnType<typeof keepAlive<Progress>> },
): Promise<boolean> {
  const { signal, onProgress } = place.alive;
  const file = await fetchSource(item, place.folder);
  const encode = await transcodeFile(file, place.folder, { signal, onProgress });
  const finished = await finishEncode(encode, signal);
  await storeFolder(encode.folder, place.prefix, signal);
  return recordEncoding(run, { ...finished, source: sourceFacts(encode.source) });
}

async function fetchSource(item: ContentItem, folder: string): Promise<string> {
  if (item.sourceKey === null) throw new TranscodeFailure("source.missing");
  try {
    return await storage().fetchFile(item.sourceKey, folder);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "resource.not_found") throw thrown;
    throw new TranscodeFailure("source.missing", item.sourceKey, { cause: thrown });
  }
}

/** The last word on a request that is not tried again: what its creator reads. */
export async function giveUpTranscode(request: Request, thrown: unknown): Promise<void> {
  await markFailed(request, asFailure(thrown));
}

/** Until the next try, or another worker, takes the item. */
export async function returnTranscode(request: Request): Promise<void> {
  await markPending(request);
}

function asFailure(thrown: unknown): TranscodeFailure {
  if (thrown instanceof TranscodeFailure) return thrown;
  const full = thrown instanceof AppError && thrown.code === "storage.full";
  return new TranscodeFailure(full ? "storage.full" : "transcode.failed", String(thrown), { cause: thrown });
}

function leaveToSweep(err: unknown): void {
  log.warn({ err }, "the files of an unfinished encoding stay until the next run or sweep");
}
