import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { Job } from "@/core/schedule/contract";
import { db } from "../db";
import { tellImportFinished } from "../webhooks/tell-import";
import { getJob } from "./get-job";
import { CANCELLED } from "./listed-job-view";
import { ownJob } from "./own-job";

/**
 * Stops an import or a catalogue file that waits or runs: its worker notices within a second. What a catalogue file
 * has brought in stays.
 * @throws resource.not_found, job.over
 */
export async function cancelJob(actor: Actor, jobId: string): Promise<Job> {
  const { id, kind } = await ownJob(actor, jobId);
  const cancelled = await db.$transaction(async (tx) => {
    const [job] = await tx.job.updateManyAndReturn({
      where: { id, kind: { in: ["import", "csv"] }, status: { in: ["queued", "running"] } },
      data: { status: "failed", heartbeatAt: null, ...CANCELLED },
    });
    if (job) await tellImportFinished(tx, job);
    if (job?.contentItemId) {
      await tx.contentItem.updateMany({
        where: { id: job.contentItemId, status: "uploading", sourceKind: { in: ["url", "external"] } },
        data: { status: "failed", progressPercent: 0, ...CANCELLED },
      });
    }
    return job !== undefined;
  });
  if (!cancelled) {
    const why = kind === "fill" ? "Only imports can be stopped." : "The job is over; there is nothing to stop.";
    throw new AppError("job.over", why);
  }
  return getJob(actor, jobId);
}
