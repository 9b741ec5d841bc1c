import { AppError } from "@/core/errors";
import { db } from "../db";
import { log } from "../log";
import { storage } from "../storage/create-storage";
import { sourcePrefix } from "../storage/keys";
import { finishTusUpload } from "./finish-tus-upload";
import { finishUpload } from "./finish-upload";
import type { UploadRow } from "./own-upload";
import { tusStore } from "./tus-store";

/** Requests that are being served finish their uploads themselves. */
const GRACE_MS = 60_000;

/**
 * Finishes the uploads that have all their bytes but whose process ended before it could say so: for the sweep. An
 * upload by PUT that its client never completed is not among them.
 * @returns how many it has handed to the transcoder
 */
export async function finishStalledUploads(now: Date): Promise<number> {
  const rows = await db.contentItem.findMany({
    where: { status: "uploading", uploadKey: { not: null }, createdAt: { lt: new Date(now.getTime() - GRACE_MS) } },
    orderBy: { createdAt: "asc" },
  });
  let finished = 0;
  for (const row of rows) {
    if (row.uploadKey === null) continue;
    const upload = { ...row, uploadKey: row.uploadKey };
    try {
      if (await finishIfReceived(upload)) finished++;
    } catch (err) {
      if (!(err instanceof AppError)) throw err;
      log.warn({ err, contentItemId: row.id }, "a stalled upload could not be finished");
    }
  }
  return finished;
}

async function finishIfReceived(upload: UploadRow & { uploadKey: string }): Promise<boolean> {
  if (await wasMoved(upload.id)) {
    await finishUpload(upload);
    return true;
  }
  if (upload.uploadProtocol !== "tus") return false;
  const received = await tusStore()
    .getUpload(upload.uploadKey)
    .catch(() => null);
  if (received?.offset !== Number(upload.sizeBytes)) return false;
  await finishTusUpload(upload);
  return true;
}

async function wasMoved(contentItemId: string): Promise<boolean> {
  for await (const _ of storage().list(sourcePrefix(contentItemId))) return true;
  return false;
}
