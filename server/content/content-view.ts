import type { ContentItem } from "@/core/content/contract";
import { type Pictures, parsePictures } from "@/core/content/pictures";
import type { ContentItem as ContentRow, Prisma } from "@/generated/prisma/client";
import { mediaUrl, publicUrl } from "../public-url";
import { encodingPrefix } from "../storage/keys";

type Picture = ContentItem["posters"]["thumbnail"];

/** What a query of content must include for `contentView`; the long segment tables stay in the database. */
export const WITH_PICTURES = {
  encodings: { select: { id: true, pictures: true } },
} as const satisfies Prisma.ContentItemInclude;

export type ContentWithPictures = ContentRow & { encodings: { id: string; pictures: unknown }[] };

/** An item as the API shows it, with the pictures of the encoding that plays. Addresses are absolute. */
export function contentView(row: ContentWithPictures): ContentItem {
  const encoding = row.encodings.find(({ id }) => id === row.encodingId);
  const posters = postersOf(row, parsePictures(encoding?.pictures));
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    type: row.type,
    status: row.status as ContentItem["status"],
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? "" },
    progressPercent: row.status === "ready" ? 100 : row.progressPercent,
    progressSpeed: row.status === "transcoding" ? row.progressSpeed : null,
    progressSecondsLeft: row.status === "transcoding" ? row.progressSecondsLeft : null,
    channelId: row.channelId,
    tags: row.tags,
    genres: row.genres,
    productionYear: row.productionYear,
    language: row.language,
    ageRatings: row.ageRatings,
    rightsFrom: row.rightsFrom?.toISOString() ?? null,
    rightsUntil: row.rightsUntil?.toISOString() ?? null,
    durationSeconds: row.durationMs === null ? null : row.durationMs / 1000,
    sizeBytes: Number(row.sizeBytes),
    filename: row.filename,
    thumbnailUrl: posters.thumbnail?.url ?? null,
    posters,
    views: row.views,
    playback: row.status === "ready" ? playbackOf(row.id) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function playbackOf(contentItemId: string): NonNullable<ContentItem["playback"]> {
  const folder = `/v1/creator/content/${contentItemId}`;
  return { hls: publicUrl(`${folder}/master.m3u8`), dash: publicUrl(`${folder}/manifest.mpd`) };
}

/** The poster frame takes the place that fits its shape. */
function postersOf(row: ContentRow, pictures: Pictures): ContentItem["posters"] {
  const poster = pictureOf(row, pictures.poster);
  const shape = !poster || poster.width > poster.height ? "landscape" : "portrait";
  return {
    landscape: null,
    portrait: null,
    square: null,
    banner: null,
    [poster && poster.width === poster.height ? "square" : shape]: poster,
    thumbnail: pictureOf(row, pictures.thumbnail),
  };
}

function pictureOf(row: ContentRow, picture: Pictures["poster"]): Picture {
  if (!picture || !row.encodingId) return null;
  const url = mediaUrl(encodingPrefix(row.id, row.encodingId) + picture.file);
  return { url, width: picture.width, height: picture.height };
}
