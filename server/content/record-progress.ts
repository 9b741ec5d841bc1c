import type { Progress } from "@/core/transcode/progress";
import { db } from "../db";
import { ownedBy, type TranscodeRun } from "./mark-transcoding";

/**
 * Writes how far a run has come, and that it lives.
 * @returns false when the item no longer belongs to the run: deleted, asked for again, or taken by another worker
 */
export async function recordProgress(run: TranscodeRun, progress: Progress | null, now: Date): Promise<boolean> {
  const { count } = await db.contentItem.updateMany({
    where: ownedBy(run),
    data: {
      heartbeatAt: now,
      ...(progress && {
        progressPercent: progress.percent,
        progressSpeed: progress.speed,
        progressSecondsLeft: progress.secondsLeft,
      }),
    },
  });
  return count > 0;
}
