import type { Metadata } from "next";
import { searchOf } from "@/app/search-of";
import { GET as getSummary } from "@/app/v1/creator/analytics/summary/route";
import { GET as getTimeseries } from "@/app/v1/creator/analytics/timeseries/route";
import { GET as getTop } from "@/app/v1/creator/analytics/top/route";
import { summaryAddress, timeseriesAddress, topAddress } from "@/components/analytics/analytics-addresses";
import { AnalyticsPage } from "@/components/analytics/analytics-page";
import { readAnalyticsState, windowOf } from "@/components/analytics/analytics-range";
import { chosenChannel } from "@/components/analytics/chosen-channel";
import { Delivery } from "@/components/api/delivery";
import { FirstAnswers } from "@/components/api/first-answers";
import { dayOf } from "@/core/schedule/grid-day";
import { currentUser } from "@/server/auth/current-user";
import { pageAnswers, promptAnswers } from "@/server/http/page-answer";
import { channelsOfPage } from "../channel-answers";

export const metadata: Metadata = { title: "Analytics" };

/** Windows end with the last full minute. */
const MINUTE_MS = 60_000;

interface Props {
  searchParams: Promise<Record<string, string | string[]>>;
}

export default async function Page({ searchParams }: Props) {
  const timeZone = (await currentUser())?.timezone ?? "UTC";
  const nowMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const { days, channelId: wantedId } = readAnalyticsState(searchOf(await searchParams), dayOf(nowMs, timeZone));
  const window = windowOf(days, timeZone, nowMs);
  const channelId = chosenChannel(await channelsOfPage(), wantedId)?.id ?? null;
  const figures = pageAnswers(
    [getSummary, summaryAddress(timeZone)],
    [getTimeseries, timeseriesAddress(window, channelId, timeZone)],
  );
  return (
    <FirstAnswers answers={promptAnswers([getTop, topAddress(window, channelId)])}>
      <Delivery answers={figures} />
      <AnalyticsPage opened={{ ms: nowMs, timeZone }} />
    </FirstAnswers>
  );
}
