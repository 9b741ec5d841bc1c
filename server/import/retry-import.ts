import { ImportJobInput } from "@/core/import/job-input";
import { db } from "../db";
import { log } from "../log";
import { enqueueImportAgain } from "./enqueue-imports";

const ANEW = { progressPercent: 0, errorCode: null, errorMessage: null, heartbeatAt: null } as const;

/**
 * Starts a failed import over, with its item. Two calls at once start one run.
 * @returns false when it has not failed, or when its item is gone or has its file from elsewhere by now
 */
export async function retryImport(jobId: string): Promise<boolean> {
  const started = await db.$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ contentItemId: string | null; input: unknown }[]>`
      SELECT content_item_id::text AS "contentItemId", input FROM job
      WHERE id = ${jobId}::uuid AND kind = 'import' AND status = 'failed' FOR UPDATE`;
    if (!job?.contentItemId) return false;
    const bringsFile = ImportJobInput.parse(job.input).source.kind !== "none";
    const { count } = await tx.contentItem.updateMany({
      where: bringsFile
        ? { id: job.contentItemId, status: { in: ["failed", "uploading"] }, sourceKey: null }
        : { id: job.contentItemId, status: { not: "deleted" } },
      data: bringsFile ? { ...ANEW, status: "uploading" } : {},
    });
    if (count === 0) return false;
    await tx.job.update({
      where: { id: jobId },
      data: { ...ANEW, status: "queued", progress: { step: "waiting", ...NOTHING_YET } },
    });
    return true;
  });
  if (started) {
    await enqueueImportAgain(jobId).catch((err) => log.warn({ err, jobId }, "an import waits for the sweep"));
  }
  return started;
}

const NOTHING_YET = { receivedBytes: null, totalBytes: null, bytesPerSecond: null } as const;

/** The import that failed to bring an item its file; null where the file is here and only its conversion failed. */
export async function failedImportOf(contentItemId: string): Promise<string | null> {
  const job = await db.job.findFirst({
    where: { contentItemId, kind: "import", NOT: { input: { path: ["source", "kind"], equals: "none" } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, status: true },
  });
  return job?.status === "failed" ? job.id : null;
}
