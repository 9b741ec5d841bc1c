import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { ContentItem } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/**
 * The actor's item of that id.
 * @throws resource.not_found also for a deleted item and for one of somebody else
 */
export async function ownContent(actor: Actor, contentItemId: string, tx: Tx = db): Promise<ContentItem> {
  const row = await tx.contentItem.findFirst({
    where: { id: contentItemId, ownerId: actor.userId, status: { not: "deleted" } },
  });
  if (!row) throw notFound("The content item");
  return row;
}
