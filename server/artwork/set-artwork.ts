import type { Actor } from "@/core/actor";
import { parseArtwork } from "@/core/content/artwork";
import type { ContentDetail } from "@/core/content/contract";
import { notFound } from "@/core/errors";
import { getContent } from "../content/get-content";
import { ownContent } from "../content/own-content";
import { showArtwork, storeArtwork } from "./store-artwork";

/**
 * Makes an item's artwork from an uploaded picture.
 * @throws resource.not_found; request.invalid when the file is no picture that we take
 */
export async function setArtwork(actor: Actor, contentItemId: string, file: Blob): Promise<ContentDetail> {
  const { id } = await ownContent(actor, contentItemId);
  await storeArtwork(id, new Uint8Array(await file.arrayBuffer()), { from: "upload" });
  return getContent(actor, id);
}

/**
 * Goes back to the frame that the encoding chose by itself.
 * @throws resource.not_found also when no artwork was chosen
 */
export async function removeArtwork(actor: Actor, contentItemId: string): Promise<void> {
  const item = await ownContent(actor, contentItemId);
  if (!parseArtwork(item.artwork).current) throw notFound("Artwork of this item");
  await showArtwork(item.id, null);
}
