import { withQuery } from "@/components/api/client";
import type { AnalyticsWindow } from "./analytics-range";

const ADDRESS = "/v1/creator/analytics";
/** Beyond this nobody reads on. */
const LISTED = 50;

export function summaryAddress(timezone: string): string {
  return withQuery(`${ADDRESS}/summary`, { timezone });
}

export function timeseriesAddress(window: AnalyticsWindow, channelId: string | null, timezone: string): string {
  const { from, to, interval } = window;
  return withQuery(`${ADDRESS}/timeseries`, { from, to, interval, channelId, timezone });
}

export function topAddress({ from, to }: AnalyticsWindow, channelId: string | null): string {
  return withQuery(`${ADDRESS}/top`, { from, to, channelId, limit: LISTED });
}
