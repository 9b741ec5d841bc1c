import type { Actor } from "@/core/actor";
import type { ContentDetail } from "@/core/content/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { contentDetailView, withDetail } from "./content-detail-view";

/**
 * One item of the library with renditions, captions and where it is scheduled.
 * @throws resource.not_found
 */
export async function getContent(actor: Actor, contentItemId: string): Promise<ContentDetail> {
  const row = await db.contentItem.findFirst({
    where: { id: contentItemId, ownerId: actor.userId, status: { not: "deleted" } },
    include: withDetail(new Date()),
  });
  if (!row) throw notFound("The content item");
  return contentDetailView(row);
}
