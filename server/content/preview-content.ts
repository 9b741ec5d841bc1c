import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { captionPlaylistPath } from "@/core/playout/segment-lines";
import { RUNGS } from "@/core/playout/segment-table";
import type { VodCaption, VodEncoding } from "@/core/playout/vod-encoding";
import type { ContentItem } from "@/generated/prisma/client";
import { db } from "../db";
import { mediaUrl } from "../public-url";
import { encodingPrefix } from "../storage/keys";
import { ownContent } from "./own-content";

/** What a player needs of an item: its encoding, and the address of the folder with the files. */
export interface Preview {
  vod: VodEncoding;
  baseUrl: string;
}

/**
 * An item for its owner's player.
 * @throws resource.not_found also while there is nothing to play, and once a moderator has blocked it
 */
export async function previewContent(actor: Actor, contentItemId: string): Promise<Preview> {
  const item = await ownContent(actor, contentItemId);
  if (item.status === "blocked") throw notFound("A playable version of this item");
  return previewOf(item);
}

/** @throws resource.not_found while there is nothing to play */
export async function previewOf(item: Pick<ContentItem, "id" | "encodingId">): Promise<Preview> {
  const encoding = item.encodingId
    ? await db.encoding.findUnique({ where: { id: item.encodingId }, include: { renditions: true } })
    : null;
  const audio = encoding?.renditions.find((rendition) => rendition.name === "audio");
  if (!encoding || !audio || encoding.external !== null) throw notFound("A playable version of this item");
  const videos = RUNGS.flatMap((name) => {
    const found = encoding.renditions.find((rendition) => rendition.name === name);
    return found ? [{ ...found, name, width: found.width ?? 0, height: found.height ?? 0 }] : [];
  });
  const vod: VodEncoding = {
    frameRate: videos[0]?.frameRate ?? "25/1",
    videoTable: { timescale: encoding.videoTimescale, ticks: encoding.videoSegmentTicks },
    audioTable: { timescale: encoding.audioTimescale, ticks: encoding.audioSegmentTicks },
    videos,
    audio,
    captions: await captionsOf(item.id, encoding.id),
  };
  return { vod, baseUrl: mediaUrl(encodingPrefix(item.id, encoding.id)) };
}

async function captionsOf(contentItemId: string, encodingId: string): Promise<VodCaption[]> {
  const captions = await db.caption.findMany({
    where: { contentItemId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return captions.map(({ id, language, label, isDefault }) => ({
    language,
    label,
    isDefault,
    uri: captionPlaylistPath(contentItemId, encodingId, id),
  }));
}
