import { AppError } from "@/core/errors";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { sourcePrefix, uploadPrefix } from "../storage/keys";
import type { UploadRow } from "./own-upload";

/**
 * Takes an unfinished upload out of the library. From here on no byte of it is accepted; `removeUploadFiles` follows.
 * @throws upload.already_complete when the last byte was faster
 */
export async function cancelUpload(upload: UploadRow): Promise<void> {
  const { count } = await db.contentItem.updateMany({
    where: { id: upload.id, status: "uploading" },
    data: { status: "deleted", deletedAt: new Date() },
  });
  if (count > 0) return;
  throw new AppError("upload.already_complete", "This upload is complete. Delete the content item instead.");
}

/** Removes what a cancelled upload has stored. If it is interrupted, the sweep purges the deleted item. */
export async function removeUploadFiles(contentItemId: string): Promise<void> {
  await storage().removePrefix(uploadPrefix(contentItemId));
  await storage().removePrefix(sourcePrefix(contentItemId));
  await db.contentItem.update({ where: { id: contentItemId }, data: { purgedAt: new Date() } });
}
