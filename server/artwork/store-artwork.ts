import { randomUUID } from "node:crypto";
import { type Artwork, parseArtwork } from "@/core/content/artwork";
import { AppError, notFound } from "@/core/errors";
import { db } from "../db";
import { log } from "../log";
import { storage } from "../storage/create-storage";
import { artworkPrefix } from "../storage/keys";
import { mediaTypeOf } from "../storage/media-type";
import { inTurn } from "./in-turn";
import { makeArtwork } from "./make-artwork";
import { MIN_SIDE_PIXELS, readPicture, refusedPicture } from "./read-picture";

export type ArtworkOrigin = { from: "upload" | "import" } | { from: "frame"; atSeconds: number };

/**
 * Makes an item's pictures in all shapes and formats from one picture and shows them from now on. The set before stays
 * readable for a while, because guides that were fetched earlier name it.
 * @param picture its bytes, or the path of a local file
 * @throws request.invalid when it is no picture that we take; resource.not_found when the item is gone;
 * server.unavailable and storage.full of the storage
 */
export async function storeArtwork(
  contentItemId: string,
  picture: Uint8Array | string,
  origin: ArtworkOrigin = { from: "import" },
): Promise<Artwork> {
  const { shapes, files } = await inTurn(() => cut(picture, origin));
  const id = randomUUID();
  const prefix = artworkPrefix(contentItemId, id);
  const artwork: Artwork = {
    id,
    from: origin.from,
    atSeconds: origin.from === "frame" ? origin.atSeconds : null,
    shapes,
  };
  try {
    for (const [name, bytes] of files) await storage().put(prefix + name, bytes, { contentType: mediaTypeOf(name) });
    if (!(await showArtwork(contentItemId, artwork))) throw notFound("The content item");
  } catch (thrown) {
    await storage()
      .removePrefix(prefix)
      .catch((err) => log.warn({ err, prefix }, "pictures that are not shown stay until their item is removed"));
    throw thrown;
  }
  return artwork;
}

/** A frame of ours may be small: it is what the item looks like. */
async function cut(picture: Uint8Array | string, { from }: ArtworkOrigin) {
  const opened = await readPicture(picture, from === "frame" ? 1 : MIN_SIDE_PIXELS);
  try {
    return await makeArtwork(opened);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw refusedPicture("is damaged or takes too long to read");
  }
}

/**
 * Writes which set an item shows; null goes back to the frame of its encoding.
 * @returns false when the item is gone
 */
export async function showArtwork(contentItemId: string, next: Artwork | null, now = new Date()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ artwork: unknown }[]>`
      SELECT artwork FROM content_item WHERE id = ${contentItemId}::uuid AND status <> 'deleted' FOR UPDATE`;
    if (!row) return false;
    const kept = parseArtwork(row.artwork);
    const replaced = kept.current ? [{ id: kept.current.id, replacedAt: now.toISOString() }] : [];
    const artwork = { current: next, before: [...kept.before, ...replaced] };
    await tx.contentItem.update({ where: { id: contentItemId }, data: { artwork } });
    return true;
  });
}
