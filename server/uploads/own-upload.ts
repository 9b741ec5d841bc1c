import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { ContentItem } from "@/generated/prisma/client";
import { db } from "../db";

/** What the upload verbs need to know of a content item. */
export type UploadRow = Pick<
  ContentItem,
  | "id"
  | "ownerId"
  | "contentType"
  | "status"
  | "sizeBytes"
  | "filename"
  | "uploadProtocol"
  | "uploadKey"
  | "sourceKey"
  | "createdAt"
>;

/**
 * The actor's item of that id, if its bytes come or came by an upload.
 * @throws resource.not_found
 */
export async function ownUpload(actor: Actor, contentItemId: string): Promise<UploadRow & { uploadKey: string }> {
  const row = await db.contentItem.findFirst({
    where: { id: contentItemId, ownerId: actor.userId, status: { not: "deleted" }, uploadKey: { not: null } },
  });
  if (!row?.uploadKey) throw notFound("The upload");
  return { ...row, uploadKey: row.uploadKey };
}
