import { ById } from "@/core/contract";
import { Guide, GuideQuery } from "@/core/guide/contract";
import { getOwnGuide } from "@/server/guide/get-guide";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getOwnGuide",
  tag: "Channels",
  scope: "schedule:read",
  summary: "The guide of an own channel, also of one that is not published",
  description: "As viewers would see it. A draft is told as if it went on the air now.",
  params: ById,
  query: GuideQuery,
  reply: Guide,
  handle: (actor, { params, query }) => getOwnGuide(actor, params.id, query),
});
