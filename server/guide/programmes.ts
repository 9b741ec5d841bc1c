import { Category } from "@/core/channels/contract";
import { episodeLabel } from "@/core/content/episode-label";
import type { Programme } from "@/core/guide/contract";
import type { GuideEntry } from "@/core/guide/guide-entries";
import type { Channel, Prisma } from "@/generated/prisma/client";
import { posterUrlOf } from "../artwork/posters-of";
import { db } from "../db";

const FACTS = {
  id: true,
  title: true,
  description: true,
  type: true,
  genres: true,
  productionYear: true,
  ageRatings: true,
  language: true,
  seasonNumber: true,
  episodeNumber: true,
  encodingId: true,
  artwork: true,
  series: { select: { title: true, type: true, seasonNumber: true, series: { select: { title: true } } } },
} as const satisfies Prisma.ContentItemSelect;
type ItemFacts = Prisma.ContentItemGetPayload<{ select: typeof FACTS }> & { pictures: unknown };

/** What viewers are told of a guide's entries. Several fillers in a row bear the channel's name. */
export async function programmesOf(channel: Channel, entries: readonly GuideEntry[]): Promise<Programme[]> {
  const items = await itemFacts(entries.flatMap(({ contentItemId }) => contentItemId ?? []));
  const category = Category.catch("other").parse(channel.category);
  return entries.map((entry) => {
    const item = entry.contentItemId ? items.get(entry.contentItemId) : undefined;
    const season = item?.series?.type === "season" ? item.series : null;
    const numbers = {
      seasonNumber: item?.seasonNumber ?? season?.seasonNumber ?? null,
      episodeNumber: item?.episodeNumber ?? null,
    };
    return {
      title: item?.title ?? channel.name,
      description: item ? item.description : channel.description,
      startsAt: new Date(entry.startsAtMs).toISOString(),
      endsAt: new Date(entry.endsAtMs).toISOString(),
      posterUrl: item ? posterUrlOf(item) : null,
      kind: entry.kind,
      contentItemId: entry.contentItemId,
      blockId: entry.blockId,
      type: item?.type ?? null,
      seriesTitle: (season ? season.series?.title : item?.series?.title) ?? null,
      ...numbers,
      episodeLabel: episodeLabel(numbers),
      category,
      genres: item?.genres ?? [],
      productionYear: item?.productionYear ?? null,
      ageRatings: item?.ageRatings ?? [],
      language: item?.language ?? null,
    };
  });
}

async function itemFacts(ids: readonly string[]): Promise<Map<string, ItemFacts>> {
  const rows = await db.contentItem.findMany({ where: { id: { in: [...new Set(ids)] } }, select: FACTS });
  const encodingIds = rows.flatMap(({ encodingId }) => encodingId ?? []);
  const encodings = await db.encoding.findMany({
    where: { id: { in: encodingIds } },
    select: { id: true, pictures: true },
  });
  const pictures = new Map(encodings.map((encoding) => [encoding.id, encoding.pictures]));
  return new Map(rows.map((row) => [row.id, { ...row, pictures: pictures.get(row.encodingId ?? "") }]));
}
