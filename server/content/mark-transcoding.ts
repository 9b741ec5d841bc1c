import type { ContentItem } from "@/generated/prisma/client";
import { db } from "../db";

/** One run of a transcode. Only the run whose encoding stands in the row may write to it. */
export interface TranscodeRun {
  contentItemId: string;
  /** The request that the run answers; a later request makes it void. */
  attempt: number;
  /** Made anew by every run, so that two runs of one request never share a file or a row. */
  encodingId: string;
}

/**
 * Takes an item for a run. A run that had it before (a worker that died, or one that Redis lost sight of) has lost it
 * and stops at its next sign of life.
 * @returns null when there is nothing to do: deleted, done, failed, or asked for again meanwhile
 */
export async function markTranscoding(run: TranscodeRun, now: Date): Promise<ContentItem | null> {
  const { count } = await db.contentItem.updateMany({
    where: {
      id: run.contentItemId,
      transcodeAttempt: run.attempt,
      status: { in: ["pending_transcode", "transcoding"] },
    },
    data: {
      status: "transcoding",
      runningEncodingId: run.encodingId,
      heartbeatAt: now,
      errorCode: null,
      errorMessage: null,
      progressPercent: 0,
      progressSpeed: null,
      progressSecondsLeft: null,
    },
  });
  return count === 0 ? null : db.contentItem.findUnique({ where: { id: run.contentItemId } });
}

/** The row as long as it belongs to this run. */
export function ownedBy(run: TranscodeRun) {
  return { id: run.contentItemId, runningEncodingId: run.encodingId, status: "transcoding" } as const;
}
