import type { Actor } from "@/core/actor";
import type { TimeseriesQuery } from "@/core/analytics/contract";
import type { CsvFile } from "../http/csv-route";
import { timeseries } from "./timeseries";

/**
 * The audience over time as a file.
 * @throws request.invalid, resource.not_found
 */
export async function timeseriesFile(actor: Actor, query: TimeseriesQuery, now = new Date()): Promise<CsvFile> {
  const { interval, points } = await timeseries(actor, query, now);
  const days = [query.from, query.to].map((day) => new Date(day).toISOString().slice(0, 10));
  const rows = points.map(({ at, views, viewers, watchSeconds, impressions }) => {
    return { at, views, viewers, watch_seconds: watchSeconds, impressions };
  });
  return {
    name: `audience-by-${interval}-${days.join("-to-")}.csv`,
    columns: ["at", "views", "viewers", "watch_seconds", "impressions"],
    rows: once(rows),
  };
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
