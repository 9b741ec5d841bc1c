import type { z } from "zod";
import type { Actor } from "@/core/actor";
import type { UploadCompleted } from "@/core/uploads/contract";
import { finishUpload } from "./finish-upload";
import { ownUpload } from "./own-upload";

/**
 * The uploader says that all bytes were sent: from here on the item is transcoded. Calling it again is harmless and
 * tells the status of the item.
 * @throws resource.not_found, upload.not_received, upload.size_mismatch
 */
export async function completeUpload(
  actor: Actor,
  input: { contentItemId: string },
): Promise<z.infer<typeof UploadCompleted>> {
  const row = await ownUpload(actor, input.contentItemId);
  return { contentItemId: row.id, status: await finishUpload(row) };
}
