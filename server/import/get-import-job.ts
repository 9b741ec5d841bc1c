import { notFound } from "@/core/errors";
import { ASSET_STATUS_OF } from "@/core/import/asset-status";
import type { ImportJobReply } from "@/core/import/contract";
import { overallPercent } from "@/core/import/overall-percent";
import { db } from "../db";

/**
 * How far an asset of the import API is, from its first byte until it can be played.
 * @throws resource.not_found
 */
export async function getImportJob(ownerId: string, jobId: string): Promise<ImportJobReply> {
  const job = await db.job.findFirst({ where: { id: jobId, ownerId, kind: "import" } });
  const item =
    job?.contentItemId &&
    (await db.contentItem.findUnique({
      where: { id: job.contentItemId },
      select: { id: true, status: true, progressPercent: true, errorMessage: true },
    }));
  if (!job || !item) throw notFound("The job");
  const status = ASSET_STATUS_OF[item.status];
  const reason = item.status === "deleted" ? "The asset was deleted." : (item.errorMessage ?? job.errorMessage);
  return {
    job_id: job.id,
    asset_id: item.id,
    status,
    progress_percent: overallPercent(job, item),
    error: status === "FAILED" ? (reason ?? "Processing failed.") : null,
    warnings: job.warnings,
  };
}
