import { Readable } from "node:stream";
import { storage } from "../storage/create-storage";
import { finishUpload } from "./finish-upload";
import type { UploadRow } from "./own-upload";
import { tusStore } from "./tus-store";

/**
 * Finishes a resumable upload that has all its bytes. On S3 the last step of the store, which makes one object out of
 * the parts, may be missing after a crash; writing nothing at the end repeats it.
 */
export async function finishTusUpload(upload: UploadRow & { uploadKey: string }): Promise<void> {
  const sizeBytes = Number(upload.sizeBytes);
  if (storage().driver === "s3" && !(await storage().head(upload.uploadKey))) {
    await tusStore()
      .write(Readable.from([]), upload.uploadKey, sizeBytes)
      // Another request may have made the object, and moved it, since.
      .catch(() => {});
  }
  await finishUpload(upload);
}
