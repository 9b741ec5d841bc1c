import { db } from "../db";

/** Gives an item back to the queue, when its worker stops or will try again later. */
export async function markPending(request: { contentItemId: string; attempt: number }): Promise<void> {
  await db.contentItem.updateMany({
    where: { id: request.contentItemId, transcodeAttempt: request.attempt, status: "transcoding" },
    data: {
      status: "pending_transcode",
      runningEncodingId: null,
      heartbeatAt: null,
      progressPercent: 0,
      progressSpeed: null,
      progressSecondsLeft: null,
    },
  });
}
