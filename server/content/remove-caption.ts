import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { log } from "../log";
import { captionsOnAir } from "../playout/encodings-on-air";
import { storage } from "../storage/create-storage";
import { ownContent } from "./own-content";

/**
 * Removes a caption track from an item.
 * @throws resource.not_found
 */
export async function removeCaption(actor: Actor, contentItemId: string, captionId: string): Promise<void> {
  const item = await ownContent(actor, contentItemId);
  const caption = await db.caption.findFirst({ where: { id: captionId, contentItemId: item.id } });
  if (!caption) throw notFound("The caption");
  await db.$transaction(async (tx) => {
    const { count } = await tx.caption.deleteMany({ where: { id: caption.id } });
    if (count === 0) throw notFound("The caption");
    const target = { kind: "caption", id: caption.id, name: caption.label } as const;
    const details = { contentItemId: item.id, title: item.title };
    await recordAudit(tx, actor, { action: "content.caption_deleted", target, details });
  });
  await forgetCaptionFile(caption);
}

/** Removes the file of a track that is no more, unless a playlist lists segments of it; then tidying removes it. */
export async function forgetCaptionFile({ id, storageKey }: { id: string; storageKey: string }): Promise<void> {
  if ((await captionsOnAir(new Date())).has(id)) return;
  await storage()
    .remove(storageKey)
    .catch((err) => log.warn({ err, captionId: id }, "the file of a removed caption waits until storage is tidied"));
}
