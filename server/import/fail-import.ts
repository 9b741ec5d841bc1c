import { db } from "../db";
import { tellFailed } from "../webhooks/tell-content";
import { tellImportFinished } from "../webhooks/tell-import";

/** Ends an import that cannot be done, with what its creator reads. Does nothing once the job has ended. */
export async function failImport(jobId: string, failure: { code: string; sentence: string }): Promise<void> {
  const error = { errorCode: failure.code, errorMessage: failure.sentence };
  await db.$transaction(async (tx) => {
    const [job] = await tx.job.updateManyAndReturn({
      where: { id: jobId, status: { in: ["queued", "running"] } },
      data: { status: "failed", heartbeatAt: null, ...error },
    });
    if (!job) return;
    await tellImportFinished(tx, job);
    if (!job.contentItemId) return;
    const [item] = await tx.contentItem.updateManyAndReturn({
      where: { id: job.contentItemId, status: "uploading" },
      data: { status: "failed", progressPercent: 0, ...error },
    });
    if (item) await tellFailed(tx, item);
  });
}

/** Gives a job back to the queue, when its worker stops or will try again later. */
export async function returnImport(jobId: string): Promise<void> {
  await db.job.updateMany({
    where: { id: jobId, status: "running" },
    data: {
      status: "queued",
      heartbeatAt: null,
      progressPercent: 0,
      progress: { step: "waiting", receivedBytes: null, totalBytes: null, bytesPerSecond: null },
    },
  });
}
