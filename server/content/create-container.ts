import type { Actor } from "@/core/actor";
import type { ContentItem, CreateContainer } from "@/core/content/contract";
import { searchTitle } from "@/core/content/search-title";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { contentView, WITH_PICTURES } from "./content-view";
import { invalid, requireSeries } from "./require-series";

/**
 * Makes a series, or a season of one: an entry of the catalogue without a file of its own.
 * @throws resource.not_found when the channel or the series is not the actor's; request.invalid when a season names no
 * series or no number, or one that the series has already
 */
export async function createContainer(actor: Actor, input: CreateContainer): Promise<ContentItem> {
  if (input.channelId) await ownChannel(actor, input.channelId);
  if (input.type === "season") await requireNewSeason(actor, input);
  else if (input.seriesId) await requireSeries(actor, input.seriesId, "series");
  const row = await db.contentItem.create({
    data: {
      ...input,
      ownerId: actor.userId,
      searchTitle: searchTitle(input.title),
      status: "ready",
      sourceKind: "none",
      filename: "",
      contentType: "",
      sizeBytes: 0,
    },
    include: WITH_PICTURES,
  });
  return contentView(row);
}

async function requireNewSeason(actor: Actor, { seriesId, seasonNumber }: CreateContainer): Promise<void> {
  if (!seriesId) throw invalid("seriesId", "a season needs the series that it belongs to");
  if (seasonNumber === undefined || seasonNumber === null) throw invalid("seasonNumber", "a season needs its number");
  await requireSeries(actor, seriesId, "season");
  const same = await db.contentItem.count({
    where: { seriesId, seasonNumber, type: "season", status: { not: "deleted" } },
  });
  if (same > 0) throw invalid("seasonNumber", `this series already has a season ${seasonNumber}`);
}
