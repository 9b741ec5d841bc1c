import { AppError } from "@/core/errors";
import { ImportFailure } from "@/core/import/import-failure";
import type { ImportProgress } from "@/core/import/job-input";
import { FetchFailure } from "@/core/net/fetch-failure";
import { TranscodeFailure } from "@/core/transcode/failure";
import { env } from "@/server/env";
import { failImport, returnImport } from "@/server/import/fail-import";
import { finishPoster } from "@/server/import/finish-import";
import { type ImportRun, markImportRunning } from "@/server/import/mark-import-running";
import { reportImportProgress } from "@/server/import/report-import-progress";
import { log } from "@/server/log";
import type { JobPayload } from "@/server/queue/jobs";
import { importFile } from "../import/import-file";
import { importPoster } from "../import/import-poster";
import { linkManifest } from "../import/link-manifest";
import { keepAlive, RunLost } from "../keep-alive";

type Request = JobPayload<"import">;

/**
 * Brings an item in from elsewhere: its poster, then its file or manifest. Only the newest run of a job may finish it:
 * running twice, or dying anywhere, leaves one result.
 * @throws FetchFailure, ImportFailure, AppError; the runner decides about another try
 */
export async function importItem({ jobId }: Request, stopping: AbortSignal): Promise<void> {
  const run = await markImportRunning(jobId, new Date());
  if (!run) return;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new FetchFailure("url.too_slow")), env().IMPORT_MAX_MINUTES * 60_000);
  const record = (progress: ImportProgress | null, now: Date) => reportImportProgress(run, progress, now);
  const alive = keepAlive(record, run, AbortSignal.any([stopping, deadline.signal]));
  try {
    if (!(await bringIn(run, alive))) throw new RunLost();
  } catch (thrown) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (!(thrown instanceof RunLost) && !(alive.signal.reason instanceof RunLost)) throw thrown;
    log.info({ jobId, contentItemId: run.contentItemId }, "the item was deleted or taken over while it was imported");
  } finally {
    clearTimeout(timer);
    await alive.stop();
  }
}

async function bringIn(run: ImportRun, place: Parameters<typeof importFile>[1]): Promise<boolean> {
  if (run.input.posterUrl) await importPoster(run, run.input.posterUrl, place);
  const { source } = run.input;
  if (source.kind === "url") return importFile(run, place, source.url);
  if (source.kind === "external") return linkManifest(run, place, source.url);
  return finishPoster(run);
}

/** Whether another try may end differently. */
export function mayRetryImport(thrown: unknown): boolean {
  if (isTold(thrown)) return thrown.retry;
  return !(thrown instanceof AppError) || thrown.code !== "url.refused";
}

/** The last word on an import that is not tried again: what its creator reads. */
export async function giveUpImport({ jobId }: Request, thrown: unknown): Promise<void> {
  await failImport(jobId, reasonOf(thrown));
}

/** Until the next try, or another worker, takes the job. */
export async function giveBackImport({ jobId }: Request): Promise<void> {
  await returnImport(jobId);
}

function reasonOf(thrown: unknown): { code: string; sentence: string } {
  if (isTold(thrown)) return thrown;
  if (thrown instanceof AppError) return { code: thrown.code, sentence: thrown.message };
  return new ImportFailure("import.failed", undefined, String(thrown));
}

/** A failure that carries its own sentence for the creator. */
function isTold(thrown: unknown): thrown is FetchFailure | ImportFailure | TranscodeFailure {
  return [FetchFailure, ImportFailure, TranscodeFailure].some((failure) => thrown instanceof failure);
}
