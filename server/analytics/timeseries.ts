import type { Actor } from "@/core/actor";
import { intervalEdges, requireChartable, windowFrom } from "@/core/analytics/buckets";
import type { Timeseries, TimeseriesQuery } from "@/core/analytics/contract";
import { ownChannel } from "../channels/own-channel";
import { accountZone } from "./account-zone";
import { sumsByBucket, total } from "./figures";
import { MINUTE, QUARTER, viewersBetween } from "./viewers";

/**
 * The audience over time, one point for every minute, hour or day that the window touches. At most 25 hours by the
 * minute, of the last 35 days; 32 days by the hour, 367 by the day. Hours and days are those of `timezone`, else of
 * the account's.
 * @throws request.invalid, resource.not_found
 */
export async function timeseries(actor: Actor, query: TimeseriesQuery, now = new Date()): Promise<Timeseries> {
  const { interval, channelId, timezone } = query;
  const asked = windowFrom(query);
  requireChartable(asked, interval, now.getTime());
  if (channelId) await ownChannel(actor, channelId);
  const edges = intervalEdges(asked, interval, timezone ?? (await accountZone(actor)));
  const window = { fromMs: edges[0]!, toMs: edges.at(-1)! };
  const byMinute = interval === "minute";
  const span = { ownerId: actor.userId, window, channelId, nowMs: now.getTime() };
  const [rows, viewers] = await Promise.all([
    sumsByBucket(span, byMinute ? "audience_minute" : "audience_quarter"),
    viewersBetween(channelId ?? actor.userId, edges, byMinute ? MINUTE : QUARTER),
  ]);
  let next = 0;
  const points = viewers.map((count, index) => {
    const first = next;
    while (next < rows.length && rows[next]!.atMs < edges[index + 1]!) next++;
    const { views, impressions, watchMs } = total(rows.slice(first, next));
    const watchSeconds = Math.round(watchMs / 1000);
    return { at: new Date(edges[index]!).toISOString(), views, viewers: count, watchSeconds, impressions };
  });
  return { interval, points };
}
