import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { DIRECT_TTL_SECONDS, type DirectUploadStarted, type InitDirectUpload } from "@/core/uploads/contract";
import { storage } from "../storage/create-storage";
import { createUpload } from "./create-upload";

/**
 * Starts an upload by one PUT: adds the item and signs an address for exactly its type and length.
 * @throws resource.not_found when the channel is not the actor's
 */
export async function initDirectUpload(
  actor: Actor,
  input: InitDirectUpload,
): Promise<z.infer<typeof DirectUploadStarted>> {
  const row = await createUpload(actor, input, "direct");
  const uploadUrl = await storage().signPut(row.uploadKey, {
    contentType: row.contentType,
    sizeBytes: input.sizeBytes,
    expiresInSeconds: DIRECT_TTL_SECONDS,
  });
  return { contentItemId: row.id, objectKey: row.uploadKey, uploadUrl, expiresInSeconds: DIRECT_TTL_SECONDS };
}
