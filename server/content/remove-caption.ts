import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { log } from "../log";
import { captionsOnAir } from "../playout/encodings-on-air";
import { storage } from "../storage/create-storage";
import { ownContent } from "./own-content";

/**
 * Removes a caption track from an item. Its file stays while a playlist lists segments of it; then tidying removes it.
 * @throws resource.not_found
 */
export async function removeCaption(actor: Actor, contentItemId: string, captionId: string): Promise<void> {
  const item = await ownContent(actor, contentItemId);
  const caption = await db.caption.findFirst({ where: { id: captionId, contentItemId: item.id } });
  if (!caption) throw notFound("The caption");
  const { count } = await db.caption.deleteMany({ where: { id: caption.id } });
  if (count === 0) throw notFound("The caption");
  if ((await captionsOnAir(new Date())).has(caption.id)) return;
  await storage()
    .remove(caption.storageKey)
    .catch((err) => log.warn({ err, captionId }, "the file of a removed caption waits until storage is tidied"));
}
