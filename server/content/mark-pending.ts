import { db } from "../db";
import type { TranscodeRun } from "./mark-transcoding";

/** Tells that a run writes no more, whatever has become of its item: its files may go. */
export async function leaveRun(run: TranscodeRun): Promise<void> {
  await db.contentItem.updateMany({
    where: { id: run.contentItemId, runningEncodingId: run.encodingId },
    data: { runningEncodingId: null },
  });
}

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
