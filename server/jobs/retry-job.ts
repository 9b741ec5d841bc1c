import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { Job } from "@/core/schedule/contract";
import type { Job as JobRow } from "@/generated/prisma/client";
import { retryContent } from "../content/retry-content";
import { db } from "../db";
import { retryImport } from "../import/retry-import";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { getJob } from "./get-job";
import { ownJob } from "./own-job";

/**
 * Starts a failed job over, from its source; where an import has its file and only the conversion failed, that.
 * @throws resource.not_found, job.not_failed
 */
export async function retryJob(actor: Actor, jobId: string, now = new Date()): Promise<Job> {
  const job = await ownJob(actor, jobId);
  if (!(await startOver(actor, job, now))) {
    throw new AppError("job.not_failed", "Only a job that failed, and whose item is still there, can be tried again.");
  }
  return getJob(actor, jobId);
}

async function startOver(actor: Actor, job: JobRow, now: Date): Promise<boolean> {
  if (job.kind === "csv") return retryCsv(job, now);
  if (job.kind !== "import") return false;
  if (job.status === "failed") return retryImport(job.id);
  if (job.status !== "done" || !job.contentItemId) return false;
  const item = await db.contentItem.findUnique({ where: { id: job.contentItemId }, select: { status: true } });
  if (item?.status !== "failed") return false;
  await retryContent(actor, job.contentItemId);
  return true;
}

/** A file that cannot be understood stays so; anything else may have been an outage. */
async function retryCsv(job: JobRow, now: Date): Promise<boolean> {
  const { count } = await db.job.updateMany({
    where: { id: job.id, status: "failed", errorCode: { not: "request.invalid" } },
    data: { status: "queued", errorCode: null, errorMessage: null },
  });
  if (count === 0) return false;
  await enqueue("csv", { jobId: job.id }, `csv-${job.id}-${now.getTime()}`).catch((err) => {
    log.warn({ err, jobId: job.id }, "a catalogue file waits for the sweep");
  });
  return true;
}
