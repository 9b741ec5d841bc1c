import { Upload } from "@tus/server";
import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { type InitTusUpload, TUS_TTL_SECONDS, type TusUploadStarted } from "@/core/uploads/contract";
import { db } from "../db";
import { publicUrl } from "../public-url";
import { createUpload } from "./create-upload";
import { TUS_PATH } from "./tus-path";
import { tusStore } from "./tus-store";

/**
 * Starts a resumable upload: adds the item and opens an address that speaks tus 1.0 for a day.
 * @throws resource.not_found when the channel is not the actor's; storage.full
 */
export async function initTusUpload(actor: Actor, input: InitTusUpload): Promise<z.infer<typeof TusUploadStarted>> {
  const row = await createUpload(actor, input, "tus");
  try {
    const metadata = { filename: row.filename, filetype: row.contentType, contentType: row.contentType };
    await tusStore().create(new Upload({ id: row.uploadKey, size: input.sizeBytes, offset: 0, metadata }));
  } catch (thrown) {
    await db.contentItem.delete({ where: { id: row.id } });
    throw thrown;
  }
  return {
    contentItemId: row.id,
    uploadUrl: publicUrl(`${TUS_PATH}${row.id}`),
    expiresInSeconds: TUS_TTL_SECONDS,
  };
}
