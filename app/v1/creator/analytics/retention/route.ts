import { Retention, RetentionQuery } from "@/core/analytics/contract";
import { retentionOf } from "@/server/analytics/retention-of";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getAnalyticsRetention",
  tag: "Analytics",
  scope: "analytics:read",
  summary: "How long each stretch of an item was watched",
  description: "`from` and `to` are counted by whole days of UTC. Who watches a channel watches the item on air.",
  query: RetentionQuery,
  reply: Retention,
  errors: ["resource.not_found"],
  handle: (actor, { query }) => retentionOf(actor, query),
});
