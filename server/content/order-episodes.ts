import type { Actor } from "@/core/actor";
import type { EpisodeList, OrderEpisodes } from "@/core/content/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { listEpisodes } from "./list-episodes";
import { ownContent } from "./own-content";
import { invalid } from "./require-series";

/**
 * Puts items into a season of a series and numbers them from 1 in the given order. Episodes of the season that are not
 * named follow after them, in the order they had. Items of other seasons and series move here.
 * @throws resource.not_found when an item is not the actor's; request.invalid when the id is no series, or an item is a
 * series or season itself
 */
export async function orderEpisodes(actor: Actor, seriesId: string, input: OrderEpisodes): Promise<EpisodeList> {
  const series = await ownContent(actor, seriesId);
  if (series.type !== "series") throw invalid("id", "must be the id of an item of type series");
  const named = [...new Set(input.contentItemIds)];
  const { seasonNumber } = input;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM content_item WHERE id = ${seriesId}::uuid FOR UPDATE`;
    const items = await tx.contentItem.findMany({
      where: { id: { in: named }, ownerId: actor.userId, status: { not: "deleted" } },
      select: { type: true },
    });
    if (items.length !== named.length) throw notFound("A content item");
    if (items.some(({ type }) => type === "series" || type === "season")) {
      throw invalid("contentItemIds", "a series or season cannot be an episode");
    }
    const others = await tx.contentItem.findMany({
      where: { seriesId, seasonNumber, type: { not: "season" }, status: { not: "deleted" }, id: { notIn: named } },
      orderBy: [{ episodeNumber: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const order = [...named, ...others.map(({ id }) => id)];
    await tx.$executeRaw`
      UPDATE content_item SET series_id = ${seriesId}::uuid, season_number = ${seasonNumber}::int,
        episode_number = ordered.place, updated_at = now()
      FROM unnest(${order}::uuid[]) WITH ORDINALITY AS ordered(id, place) WHERE content_item.id = ordered.id`;
  }, TRANSACTION);
  return listEpisodes(actor, seriesId, { page: 1, per_page: 100 });
}
