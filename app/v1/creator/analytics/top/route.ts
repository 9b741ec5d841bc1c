import { TopLists, TopQuery } from "@/core/analytics/contract";
import { topLists } from "@/server/analytics/top-lists";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getAnalyticsTop",
  tag: "Analytics",
  scope: "analytics:read",
  summary: "The items and channels that were watched longest",
  query: TopQuery,
  reply: TopLists,
  errors: ["resource.not_found"],
  handle: (actor, { query }) => topLists(actor, query),
});
