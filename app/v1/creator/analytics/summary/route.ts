import { Summary, SummaryQuery } from "@/core/analytics/contract";
import { summarize } from "@/server/analytics/summarize";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getAnalyticsSummary",
  tag: "Analytics",
  scope: "analytics:read",
  summary: "Today against the same weekday last week, what it earned, and what there is",
  description:
    "Days are those of `timezone`, else of the account. Last week counts up to the same time of day. Viewers are counted by HyperLogLog, with a standard error of 1.6 %.",
  query: SummaryQuery,
  reply: Summary,
  handle: (actor, { query }) => summarize(actor, query),
});
