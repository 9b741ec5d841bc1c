import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";

/** Enqueues the transcode of an item whose source has come. What fails here is taken up by the sweep. */
export async function handToTranscoder(contentItemId: string): Promise<void> {
  const row = await db.contentItem.findUnique({
    where: { id: contentItemId },
    select: { status: true, transcodeAttempt: true },
  });
  if (row?.status !== "pending_transcode") return;
  const attempt = row.transcodeAttempt;
  await enqueue("transcode", { contentItemId, attempt }, `transcode-${contentItemId}-${attempt}`).catch((err) => {
    log.warn({ err, contentItemId }, "the transcode waits for the sweep");
  });
}
