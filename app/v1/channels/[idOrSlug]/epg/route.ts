import { ByIdOrSlug, Guide, GuideQuery } from "@/core/channels/contract";
import { getGuide } from "@/server/channels/get-guide";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  scope: "public",
  summary: "The guide of a channel on the air",
  cors: true,
  params: ByIdOrSlug,
  query: GuideQuery,
  reply: Guide,
  handle: (_, { params, query }) => getGuide(params.idOrSlug, query),
});
