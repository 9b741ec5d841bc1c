import type { Actor } from "@/core/actor";
import type { EpisodeList, ListEpisodesQuery } from "@/core/content/contract";
import { notFound } from "@/core/errors";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";
import { contentView } from "./content-view";
import { rowsInOrder } from "./list-content";
import { ownContent } from "./own-content";

/** In the order in which a series is watched; what has no number comes last, in the order in which it was made. */
const IN_ORDER = Prisma.sql`season_number, episode_number, created_at, id`;

/**
 * The episodes of a series, or of one of its seasons when the id is a season's, and an overview of all seasons.
 * @throws resource.not_found also for an item that is neither a series nor a season
 */
export async function listEpisodes(actor: Actor, containerId: string, query: ListEpisodesQuery): Promise<EpisodeList> {
  const container = await ownContent(actor, containerId);
  const isSeason = container.type === "season" && container.seriesId !== null;
  if (container.type !== "series" && !isSeason) throw notFound("A series of this id");
  const seriesId = isSeason ? container.seriesId : container.id;
  const season = isSeason ? container.seasonNumber : query.season;

  const episodes = Prisma.sql`owner_id = ${actor.userId}::uuid AND series_id = ${seriesId}::uuid
    AND type <> 'season' AND status <> 'deleted'`;
  const wanted =
    season === undefined ? episodes : Prisma.sql`${episodes} AND season_number IS NOT DISTINCT FROM ${season}::int`;
  const [found] = await db.$queryRaw<{ total: number; ids: string[] }[]>`
    SELECT (SELECT count(*)::int FROM content_item WHERE ${wanted}) AS total,
      ARRAY(SELECT id::text FROM content_item WHERE ${wanted}
        ORDER BY ${IN_ORDER} LIMIT ${query.per_page} OFFSET ${(query.page - 1) * query.per_page}) AS ids`;
  const rows = await rowsInOrder(found?.ids ?? []);
  const seasons = await db.$queryRaw<EpisodeList["seasons"]>`
    SELECT coalesce(counted.season_number, entry.season_number) AS "seasonNumber",
      entry.id::text AS "contentItemId", entry.title, coalesce(counted.episodes, 0)::int AS episodes
    FROM (SELECT season_number, count(*) AS episodes FROM content_item WHERE ${episodes} GROUP BY season_number) AS counted
    FULL JOIN (SELECT DISTINCT ON (season_number) season_number, id, title FROM content_item
      WHERE owner_id = ${actor.userId}::uuid AND series_id = ${seriesId}::uuid AND type = 'season' AND status <> 'deleted'
        AND season_number IS NOT NULL ORDER BY season_number, created_at) AS entry
      ON entry.season_number = counted.season_number
    ORDER BY 1`;
  return {
    items: rows.map(contentView),
    total: found?.total ?? 0,
    page: query.page,
    perPage: query.per_page,
    seasons,
  };
}
