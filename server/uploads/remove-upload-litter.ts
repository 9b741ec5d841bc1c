import { Id } from "@/core/contract";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { uploadPrefix } from "../storage/keys";

/**
 * Removes what lies where uploaders may write and belongs to no upload that is still open: a PUT that arrived after
 * the upload was completed or its item deleted. Only what is older than `before`, so that nothing in flight is hit.
 * @returns how many items' leftovers were removed
 */
export async function removeUploadLitter(before: Date): Promise<number> {
  let removed = 0;
  let checked = "";
  for await (const object of storage().list("uploads/")) {
    const contentItemId = object.key.split("/")[1] ?? "";
    if (object.modifiedAt >= before || contentItemId === checked) continue;
    checked = contentItemId;
    if (await isOpen(contentItemId)) continue;
    await storage().removePrefix(uploadPrefix(contentItemId));
    removed++;
  }
  return removed;
}

async function isOpen(contentItemId: string): Promise<boolean> {
  // Not a folder of ours.
  if (!Id.safeParse(contentItemId).success) return true;
  const open = await db.contentItem.findFirst({
    where: { id: contentItemId, status: "uploading" },
    select: { id: true },
  });
  return open !== null;
}
