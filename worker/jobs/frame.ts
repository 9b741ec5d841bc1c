import { AppError } from "@/core/errors";
import { beginFrame, finishFrame } from "@/server/artwork/frame-job";
import { storeArtwork } from "@/server/artwork/store-artwork";
import { failJob } from "@/server/jobs/fail-job";
import type { JobPayload } from "@/server/queue/jobs";
import { takeFrame } from "../ffmpeg/take-frame";

/** Makes the artwork of an item from one of its frames. What is the creator's to mend ends the job with its reason. */
export async function frame({ jobId }: JobPayload<"frame">, signal: AbortSignal): Promise<void> {
  try {
    const wanted = await beginFrame(jobId);
    if (!wanted) return;
    const picture = await takeFrame(wanted, signal);
    const { id } = await storeArtwork(wanted.contentItemId, picture, { from: "frame", atSeconds: wanted.atSeconds });
    await finishFrame(jobId, id);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || MAY_PASS.has(thrown.code)) throw thrown;
    await failJob(jobId, thrown);
  }
}

/** Failures that another try may not meet. */
const MAY_PASS = new Set<AppError["code"]>(["server.unavailable", "storage.full"]);
