import { LeftGuideList, ListLeftGuideQuery } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { listLeftGuide } from "@/server/moderation/list-left-guide";

export const GET = v1Route({
  id: "listLeftOut",
  tag: "Schedule",
  scope: "schedule:read",
  summary: "What moderators took off the guides to come, as long as its place is free",
  query: ListLeftGuideQuery,
  reply: LeftGuideList,
  errors: ["resource.not_found"],
  handle: (actor, { query }) => listLeftGuide(actor, query),
});
