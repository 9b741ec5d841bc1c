import type { ImportProgress } from "@/core/import/job-input";
import { db } from "../db";
import { DELETED, type ImportRun, ownedBy } from "./mark-import-running";

/**
 * Writes how far a run has come, to the job and to the item, and that it lives.
 * @returns false when the job no longer belongs to the run: its item deleted, or taken by another worker
 */
export async function reportImportProgress(
  run: ImportRun,
  progress: ImportProgress | null,
  now: Date,
): Promise<boolean> {
  const item = await db.contentItem.findUnique({ where: { id: run.contentItemId }, select: { status: true } });
  if (!item || item.status === "deleted") {
    await db.job.updateMany({ where: ownedBy(run), data: { ...DELETED, heartbeatAt: now } });
    return false;
  }
  const progressPercent = progress && percentOf(progress);
  const { count } = await db.job.updateMany({
    where: ownedBy(run),
    data: { heartbeatAt: now, ...(progress && { progress, progressPercent: progressPercent ?? 0 }) },
  });
  if (count === 0) return false;
  if (progressPercent !== null) {
    await db.contentItem.updateMany({
      where: { id: run.contentItemId, status: "uploading" },
      data: { progressPercent },
    });
  }
  return true;
}

function percentOf({ receivedBytes, totalBytes }: ImportProgress): number {
  if (!receivedBytes || !totalBytes) return 0;
  return Math.min(99, Math.round((receivedBytes / totalBytes) * 1000) / 10);
}
