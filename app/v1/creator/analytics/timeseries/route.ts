import { Timeseries, TimeseriesQuery } from "@/core/analytics/contract";
import { timeseries } from "@/server/analytics/timeseries";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getAnalyticsTimeseries",
  tag: "Analytics",
  scope: "analytics:read",
  summary: "The audience over time",
  description:
    "One point for every minute, hour or day that the window touches. At most 25 hours by the minute, of the last 35 days; 32 days by the hour, 367 by the day.",
  query: TimeseriesQuery,
  reply: Timeseries,
  errors: ["resource.not_found"],
  handle: (actor, { query }) => timeseries(actor, query),
});
