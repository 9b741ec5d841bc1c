import type { ContentItem } from "@/core/content/contract";
import { episodeLabel } from "@/core/content/episode-label";
import { parseExternal } from "@/core/content/external";
import type { ContentItem as ContentRow, Prisma } from "@/generated/prisma/client";
import { postersOf } from "../artwork/posters-of";
import { publicUrl } from "../public-url";

/** What a query of content must include for `contentView`; the long segment tables stay in the database. */
export const WITH_PICTURES = {
  encodings: { select: { id: true, pictures: true } },
  series: { select: { title: true } },
} as const satisfies Prisma.ContentItemInclude;

export type ContentWithPictures = ContentRow & {
  encodings: { id: string; pictures: unknown }[];
  series: { title: string } | null;
};

/** States of an item whose file is converted, or whose manifest is linked. */
const IS_COMPLETE: ReadonlySet<string> = new Set(["ready", "pending_moderation", "blocked"]);
/** States in which its owner may watch an item: also while it waits for a moderator, never once it is blocked. */
const MAY_PREVIEW: ReadonlySet<string> = new Set(["ready", "pending_moderation"]);

/** An item as the API shows it, with the pictures of the encoding that plays. Addresses are absolute. */
export function contentView(row: ContentWithPictures): ContentItem {
  const encoding = row.encodings.find(({ id }) => id === row.encodingId);
  const posters = postersOf({ ...row, pictures: encoding?.pictures });
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    type: row.type,
    status: row.status as ContentItem["status"],
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? "" },
    progressPercent: IS_COMPLETE.has(row.status) ? 100 : row.progressPercent,
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
    seriesId: row.seriesId,
    seriesTitle: row.series?.title ?? null,
    seasonNumber: row.seasonNumber,
    episodeNumber: row.episodeNumber,
    episodeLabel: episodeLabel(row),
    sourceKind: row.sourceKind,
    durationSeconds: row.durationMs === null ? null : row.durationMs / 1000,
    breakPoints: row.breakPointsMs.map((ms) => ms / 1000),
    sizeBytes: Number(row.sizeBytes),
    filename: row.filename,
    thumbnailUrl: posters.thumbnail?.url ?? null,
    posters,
    views: row.views,
    playback: MAY_PREVIEW.has(row.status) && row.sourceKind !== "none" ? playbackOf(row) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function playbackOf({ id, external }: ContentRow): NonNullable<ContentItem["playback"]> {
  const linked = parseExternal(external);
  if (linked) return { hls: null, dash: null, [linked.format]: linked.url };
  const folder = `/v1/creator/content/${id}`;
  return { hls: publicUrl(`${folder}/master.m3u8`), dash: publicUrl(`${folder}/manifest.mpd`) };
}
