import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { storage } from "../storage/create-storage";
import { sourcePrefix } from "../storage/keys";

/**
 * Removes what else lies where the item's source lies (what a run left that was killed), and enqueues its transcode.
 * Whatever fails here is taken up by the sweep.
 */
export async function handToTranscoder(contentItemId: string): Promise<void> {
  const row = await db.contentItem.findUnique({
    where: { id: contentItemId },
    select: { status: true, sourceKey: true, transcodeAttempt: true },
  });
  if (row?.status !== "pending_transcode") return;
  await removeOtherSources(contentItemId, row.sourceKey).catch((err) => {
    log.warn({ err, contentItemId }, "leftovers of an import stay until its item is removed");
  });
  const attempt = row.transcodeAttempt;
  await enqueue("transcode", { contentItemId, attempt }, `transcode-${contentItemId}-${attempt}`).catch((err) => {
    log.warn({ err, contentItemId }, "the transcode waits for the sweep");
  });
}

async function removeOtherSources(contentItemId: string, sourceKey: string | null): Promise<void> {
  for await (const object of storage().list(sourcePrefix(contentItemId))) {
    if (object.key !== sourceKey) await storage().remove(object.key);
  }
}
