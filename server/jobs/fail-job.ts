import { AppError } from "@/core/errors";
import { db } from "../db";
import { tellImportFinished } from "../webhooks/tell-import";

/** Ends a job that cannot be done, with the reason where it is one for the creator. A job that is done stays done. */
export async function failJob(jobId: string, thrown: unknown): Promise<void> {
  const error = thrown instanceof AppError ? thrown : new AppError("server.error", "The job failed on our side.");
  await db.$transaction(async (tx) => {
    const [job] = await tx.job.updateManyAndReturn({
      where: { id: jobId, status: { in: ["queued", "running"] } },
      data: { status: "failed", errorCode: error.code, errorMessage: error.message },
    });
    if (job) await tellImportFinished(tx, job);
  });
}
