import { db } from "../db";
import { tellFailed } from "../webhooks/tell-content";

/** Ends a transcode request as failed, with what its creator reads. Does nothing once the item has moved on. */
export async function markFailed(
  request: { contentItemId: string; attempt: number },
  failure: { code: string; sentence: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [failed] = await tx.contentItem.updateManyAndReturn({
      where: {
        id: request.contentItemId,
        transcodeAttempt: request.attempt,
        status: { in: ["pending_transcode", "transcoding"] },
      },
      data: {
        status: "failed",
        errorCode: failure.code,
        errorMessage: failure.sentence,
        runningEncodingId: null,
        heartbeatAt: null,
        progressSpeed: null,
        progressSecondsLeft: null,
      },
    });
    if (failed) await tellFailed(tx, failed);
  });
}
