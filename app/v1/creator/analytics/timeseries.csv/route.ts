import { z } from "zod";
import { TimeseriesQuery } from "@/core/analytics/contract";
import { timeseriesFile } from "@/server/analytics/timeseries-file";
import { csvRoute } from "@/server/http/csv-route";

export const GET = csvRoute({
  id: "exportAnalyticsTimeseries",
  tag: "Analytics",
  scope: "analytics:read",
  summary: "The audience over time, as CSV",
  params: z.object({}),
  query: TimeseriesQuery,
  errors: ["resource.not_found"],
  file: (actor, { query }) => timeseriesFile(actor, query),
});
