import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import type { Caption, UpdateCaption } from "@/core/content/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { captionKey } from "../storage/keys";
import { storedCaptions } from "./caption-text";
import { captionView } from "./content-detail-view";
import { ownContent } from "./own-content";
import { forgetCaptionFile } from "./remove-caption";

/**
 * Changes what is said about a caption track. Another text makes a track with an id of its own in the old one's place:
 * what players were told to fetch under the old id never changes under them. One track of an item is the default.
 * @throws resource.not_found; request.invalid when `text` holds no captions
 */
export async function updateCaption(
  actor: Actor,
  contentItemId: string,
  captionId: string,
  { text, ...changes }: UpdateCaption,
): Promise<Caption> {
  const item = await ownContent(actor, contentItemId);
  const old = await db.caption.findFirst({ where: { id: captionId, contentItemId: item.id } });
  if (!old) throw notFound("The caption");
  const replaced = text === undefined ? {} : await store(item.id, text);
  const row = await db.$transaction(async (tx) => {
    if (changes.isDefault) {
      await tx.caption.updateMany({ where: { contentItemId: item.id, isDefault: true }, data: { isDefault: false } });
    }
    // Whoever removed it meanwhile wins.
    const { count } = await tx.caption.updateMany({ where: { id: old.id }, data: { ...changes, ...replaced } });
    if (count === 0) throw notFound("The caption");
    return tx.caption.findUniqueOrThrow({ where: { id: replaced.id ?? old.id } });
  });
  if (replaced.id) await forgetCaptionFile(old);
  return captionView(row);
}

async function store(contentItemId: string, text: string): Promise<{ id?: string; storageKey?: string }> {
  const vtt = storedCaptions(text, "text");
  const id = uuidv7();
  const storageKey = captionKey(contentItemId, id);
  await storage().put(storageKey, vtt, { contentType: "text/vtt" });
  return { id, storageKey };
}
