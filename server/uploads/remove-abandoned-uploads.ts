import { AppError } from "@/core/errors";
import { TUS_TTL_SECONDS } from "@/core/uploads/contract";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { cancelUpload, removeUploadFiles } from "./cancel-upload";
import { removeUploadLitter } from "./remove-upload-litter";
import { tusStore } from "./tus-store";

/** Beyond the life of an upload address, for a PUT that was still running when it ended. */
const GRACE_MS = 3_600_000;

/**
 * Removes the uploads that were begun and never finished within their day, with what they have stored, and what
 * interrupted writes have left in the storage: for the sweep.
 * @returns how many items were removed
 */
export async function removeAbandonedUploads(now: Date): Promise<number> {
  const before = new Date(now.getTime() - TUS_TTL_SECONDS * 1000 - GRACE_MS);
  const rows = await db.contentItem.findMany({
    where: { status: "uploading", uploadKey: { not: null }, createdAt: { lt: before } },
  });
  let removed = 0;
  for (const row of rows) {
    try {
      await cancelUpload(row);
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "upload.already_complete") continue;
      throw thrown;
    }
    if (row.uploadProtocol === "tus" && row.uploadKey) {
      // On S3 this lets go of the parts; files are removed below in any case.
      await tusStore()
        .remove(row.uploadKey)
        .catch(() => {});
    }
    await removeUploadFiles(row.id);
    removed++;
  }
  await removeUploadLitter(before);
  await storage().removeUnfinished(before);
  return removed;
}
