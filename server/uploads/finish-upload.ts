import { notFound } from "@/core/errors";
import type { ContentStatus } from "@/generated/prisma/client";
import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { storage } from "../storage/create-storage";
import { sourcePrefix, uploadPrefix } from "../storage/keys";
import type { UploadRow } from "./own-upload";
import { takeReceived } from "./take-received";

/**
 * Turns an upload whose bytes have arrived into work for the transcoder. The bytes move first, the row follows, the
 * queue comes last; the row decides between calls at the same time. Each step may be the last one before a crash: the
 * next call, or the sweep, goes on from there.
 * @returns the status that the item has now
 * @throws upload.not_received, upload.size_mismatch; resource.not_found when the item was deleted meanwhile
 */
export async function finishUpload(upload: UploadRow & { uploadKey: string }): Promise<ContentStatus> {
  if (upload.status === "uploading") await handOver(upload);
  const row = await db.contentItem.findUniqueOrThrow({
    where: { id: upload.id },
    select: { status: true, transcodeAttempt: true },
  });
  if (row.status === "deleted") throw notFound("The upload");
  if (row.status === "pending_transcode") await enqueueTranscode(upload.id, row.transcodeAttempt);
  return row.status;
}

async function handOver(upload: UploadRow & { uploadKey: string }): Promise<void> {
  const sourceKey = await takeReceived(upload);
  await db.contentItem.updateMany({
    where: { id: upload.id, status: "uploading" },
    data: { status: "pending_transcode", sourceKey, transcodeAttempt: { increment: 1 } },
  });
  const row = await db.contentItem.findUniqueOrThrow({ where: { id: upload.id }, select: { sourceKey: true } });
  await removeLeftovers(upload.id, row.sourceKey).catch((err) => {
    log.warn({ err, contentItemId: upload.id }, "leftovers of an upload stay until its item is removed");
  });
}

/** What an upload leaves behind: a second PUT, notes of the tus store, copies of calls that came too late. */
async function removeLeftovers(contentItemId: string, sourceKey: string | null): Promise<void> {
  await storage().removePrefix(uploadPrefix(contentItemId));
  for await (const object of storage().list(sourcePrefix(contentItemId))) {
    if (object.key !== sourceKey) await storage().remove(object.key);
  }
}

/** A queue that cannot be reached delays the work, but the upload is safe: the sweep enqueues it later. */
async function enqueueTranscode(contentItemId: string, attempt: number): Promise<void> {
  await enqueue("transcode", { contentItemId, attempt }, `transcode-${contentItemId}-${attempt}`).catch((err) => {
    log.warn({ err, contentItemId }, "the transcode waits for the sweep");
  });
}
