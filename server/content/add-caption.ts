import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import type { AddCaption, Caption } from "@/core/content/contract";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { captionKey } from "../storage/keys";
import { storedCaptions } from "./caption-text";
import { captionView } from "./content-detail-view";
import { ownContent } from "./own-content";

/**
 * Adds a caption track to an item: WebVTT or SubRip, checked and stored as WebVTT.
 * @throws resource.not_found; request.invalid when the file holds no captions
 */
export async function addCaption(actor: Actor, contentItemId: string, input: AddCaption): Promise<Caption> {
  const item = await ownContent(actor, contentItemId);
  const vtt = storedCaptions(decode(new Uint8Array(await input.file.arrayBuffer())), "file");
  const id = uuidv7();
  const storageKey = captionKey(item.id, id);
  await storage().put(storageKey, vtt, { contentType: "text/vtt" });
  const row = await db.$transaction(async (tx) => {
    if (input.isDefault) {
      await tx.caption.updateMany({ where: { contentItemId: item.id, isDefault: true }, data: { isDefault: false } });
    }
    return tx.caption.create({
      data: {
        id,
        contentItemId: item.id,
        language: input.language,
        label: input.label ?? languageName(input.language),
        kind: input.kind,
        source: "uploaded",
        isDefault: input.isDefault,
        storageKey,
      },
    });
  });
  return captionView(row);
}

/** SubRip files name no encoding: what is neither marked as UTF-16 nor valid UTF-8 is nearly always Windows' Latin. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A language in its own words: `de` is Deutsch. */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
