import { db } from "../db";
import { enqueue, queue } from "../queue/enqueue";
import { SILENT_AFTER_MS } from "./purge-content";

/**
 * Enqueues again what waits for a transcode, or is in one, without a sign of life for a minute and without a job that
 * will bring one: the queue lost it, its worker died, or it was never enqueued. For the sweep.
 * @returns how many items were enqueued
 */
export async function transcodeStuck(now: Date): Promise<number> {
  const silent = new Date(now.getTime() - SILENT_AFTER_MS);
  const items = await db.contentItem.findMany({
    where: {
      status: { in: ["pending_transcode", "transcoding"] },
      updatedAt: { lt: silent },
      OR: [{ heartbeatAt: null }, { heartbeatAt: { lt: silent } }],
    },
    select: { id: true, transcodeAttempt: true },
    orderBy: { updatedAt: "asc" },
    take: 500,
  });
  let enqueued = 0;
  for (const item of items) {
    const jobId = `transcode-${item.id}-${item.transcodeAttempt}`;
    const job = await queue("transcode").getJob(jobId);
    if (job) {
      // A job that waits will run; one that is active but dead is returned to the queue by BullMQ itself.
      const over = (await job.isCompleted()) || (await job.isFailed());
      if (!over) continue;
      await job.remove();
    }
    await enqueue("transcode", { contentItemId: item.id, attempt: item.transcodeAttempt }, jobId);
    enqueued++;
  }
  return enqueued;
}
