import type { NowNext, PublicChannel } from "@/core/channels/contract";
import type { SearchQuery, SearchResults } from "@/core/search/contract";
import { posterUrlOf } from "../artwork/posters-of";
import { nowNextOf } from "../channels/now-next";
import { publicChannelView } from "../channels/public-channel-view";
import { db } from "../db";
import { type Hit, searchHits } from "./search-hits";

/**
 * Channels on the air and the programmes that they show now or within two weeks, found by name, title and description:
 * without regard to case and accents, and with a letter or two wrong. The best come first.
 */
export async function searchGuide({ q, page, per_page }: SearchQuery, now: Date): Promise<SearchResults> {
  const { hits, total } = await searchHits(q, now, { limit: per_page, offset: (page - 1) * per_page });
  const [channels, programmes] = await Promise.all([channelsOf(hits, now), programmesOf(hits)]);
  const items = hits.flatMap((hit): SearchResults["items"] => {
    const channel = channels.get(hit.channelId);
    if (!channel) return [];
    if (hit.type === "channel") return [{ type: "channel", ...channel }];
    const item = programmes.get(hit.contentItemId ?? "");
    if (!item || !hit.startsAt || !hit.endsAt) return [];
    const times = { startsAt: hit.startsAt.toISOString(), endsAt: hit.endsAt.toISOString() };
    return [{ type: "programme", ...item, ...times, isOnAir: hit.startsAt <= now, channel }];
  });
  return { items, total, page, perPage: per_page };
}

async function channelsOf(hits: readonly Hit[], now: Date): Promise<Map<string, PublicChannel>> {
  const ids = [...new Set(hits.map(({ channelId }) => channelId))];
  const [rows, nowNext] = await Promise.all([
    db.channel.findMany({ where: { id: { in: ids }, status: "published" } }),
    nowNextOf(ids, now),
  ]);
  return new Map(rows.map((row) => [row.id, publicChannelView(row, nowNext.get(row.id))]));
}

type Face = Pick<NowNext, "title" | "description" | "posterUrl"> & { contentItemId: string };

async function programmesOf(hits: readonly Hit[]): Promise<Map<string, Face>> {
  const ids = [...new Set(hits.flatMap(({ contentItemId }) => contentItemId ?? []))];
  const rows = await db.contentItem.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, description: true, encodingId: true, artwork: true },
  });
  const encodings = await db.encoding.findMany({
    where: { id: { in: rows.flatMap(({ encodingId }) => encodingId ?? []) } },
    select: { id: true, pictures: true },
  });
  const pictures = new Map(encodings.map((encoding) => [encoding.id, encoding.pictures]));
  return new Map(
    rows.map((row) => {
      const posterUrl = posterUrlOf({ ...row, pictures: pictures.get(row.encodingId ?? "") });
      return [row.id, { title: row.title, description: row.description, posterUrl, contentItemId: row.id }];
    }),
  );
}
