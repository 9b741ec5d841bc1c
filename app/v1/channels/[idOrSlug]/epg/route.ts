import { ByIdOrSlug } from "@/core/channels/contract";
import { Guide, GuideQuery } from "@/core/guide/contract";
import { getGuide } from "@/server/guide/get-guide";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getGuide",
  tag: "Public guide",
  scope: "public",
  summary: "The guide of a channel on the air",
  cors: true,
  params: ByIdOrSlug,
  query: GuideQuery,
  reply: Guide,
  handle: (_, { params, query }) => getGuide(params.idOrSlug, query),
});
