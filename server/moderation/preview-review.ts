import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { type Preview, previewOf } from "../content/preview-content";
import { db } from "../db";
import { requireModerator } from "./require-moderator";

/**
 * An item of anybody's library for a moderator's player, whatever was decided about it.
 * @throws auth.moderator_required, resource.not_found also while there is nothing to play
 */
export async function previewReview(actor: Actor, contentItemId: string): Promise<Preview> {
  await requireModerator(actor);
  const item = await db.contentItem.findFirst({ where: { id: contentItemId, status: { not: "deleted" } } });
  if (!item) throw notFound("The content item");
  return previewOf(item);
}
