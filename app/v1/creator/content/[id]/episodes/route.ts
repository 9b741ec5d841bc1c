import { EpisodeList, ListEpisodesQuery, OrderEpisodes } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { listEpisodes } from "@/server/content/list-episodes";
import { orderEpisodes } from "@/server/content/order-episodes";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listEpisodes",
  tag: "Content",
  scope: "content:read",
  summary: "The episodes of a series or season, in order, and the series' seasons",
  params: ById,
  query: ListEpisodesQuery,
  reply: EpisodeList,
  handle: (actor, { params, query }) => listEpisodes(actor, params.id, query),
});

export const PUT = v1Route({
  id: "orderEpisodes",
  tag: "Content",
  scope: "content:write",
  summary: "Put items into a season, numbered from 1 in the given order",
  params: ById,
  body: OrderEpisodes,
  reply: EpisodeList,
  handle: (actor, { params, body }) => orderEpisodes(actor, params.id, body),
});
