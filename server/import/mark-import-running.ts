import { ImportJobInput } from "@/core/import/job-input";
import type { ContentItem } from "@/generated/prisma/client";
import { db } from "../db";

/** One run of an import. Only the newest run of a job may write to its row. */
export interface ImportRun {
  jobId: string;
  /** Made anew by every run. */
  attempt: number;
  contentItemId: string;
  input: ImportJobInput;
  item: ContentItem;
}

/**
 * Takes a job for a run. A run that had it before (a worker that died, or one that Redis lost sight of) has lost it
 * and stops at its next sign of life.
 * @returns null when there is nothing to do: done, failed, or its item deleted meanwhile
 */
export async function markImportRunning(jobId: string, now: Date): Promise<ImportRun | null> {
  const [job] = await db.job.updateManyAndReturn({
    where: { id: jobId, kind: "import", status: { in: ["queued", "running"] } },
    data: {
      status: "running",
      attempt: { increment: 1 },
      heartbeatAt: now,
      progressPercent: 0,
      progress: { step: "looking", receivedBytes: null, totalBytes: null, bytesPerSecond: null },
      errorCode: null,
      errorMessage: null,
    },
  });
  if (!job?.contentItemId) return null;
  const item = await db.contentItem.findUnique({ where: { id: job.contentItemId } });
  if (!item || item.status === "deleted") {
    await db.job.updateMany({ where: ownedBy(job), data: DELETED });
    return null;
  }
  const input = ImportJobInput.parse(job.input);
  return { jobId, attempt: job.attempt, contentItemId: item.id, input, item };
}

/** The end of a job whose item is gone. */
export const DELETED = {
  status: "failed",
  heartbeatAt: null,
  errorCode: "import.deleted",
  errorMessage: "The item was deleted.",
} as const;

/** The row as long as it belongs to this run. */
export function ownedBy(run: { jobId?: string; id?: string; attempt: number }) {
  return { id: run.jobId ?? run.id, attempt: run.attempt, status: "running" } as const;
}
