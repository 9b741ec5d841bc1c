"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "@/components/api/client";
import { useFirstAnswer } from "@/components/api/first-answers";
import type { Retention, Summary, Timeseries, TopLists } from "@/core/analytics/contract";
import type { AsRun, AsRunLine } from "@/core/guide/as-run-contract";
import { summaryAddress, timeseriesAddress, topAddress } from "./analytics-addresses";
import type { AnalyticsWindow } from "./analytics-range";
import type { KnownTimeseries } from "./finished-points";
import type { LivePoint } from "./use-live-kpis";

const ADDRESS = "/v1/creator/analytics";
/** Figures are folded every few seconds; a page that counts every one of them would only flicker. */
const LIVE_MS = 15_000;
const MINUTE_MS = 60_000;
const LAST_MINUTES = 15;
const PER_PAGE = 100;
/** A strip of more programmes than this is a smear. */
const MOST_PROGRAMMES = 400;

export function useSummary(timezone: string) {
  return useQuery({
    queryKey: ["analytics", "summary", timezone],
    queryFn: ({ signal }) => api.get<Summary>(summaryAddress(timezone), undefined, { signal }),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  });
}

/** The end of a window moves on every minute; what is shown stays until the longer line is there. */
export function useTimeseries(window: AnalyticsWindow, channelId: string | null, timezone: string) {
  const { from, to, interval } = window;
  return useQuery({
    queryKey: ["analytics", "timeseries", from, to, interval, channelId, timezone],
    queryFn: async ({ signal }): Promise<KnownTimeseries> => {
      const knownAtMs = Date.now();
      const address = timeseriesAddress(window, channelId, timezone);
      return { ...(await api.get<Timeseries>(address, undefined, { signal })), knownAtMs };
    },
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  });
}

/** Viewers by the minute in the last quarter of an hour, so that a line of this moment has a past when the page opens. */
export function useLastMinutes(): LivePoint[] {
  const [toMs] = useState(() => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
  const from = new Date(toMs - LAST_MINUTES * MINUTE_MS).toISOString();
  const to = new Date(toMs).toISOString();
  const series = useQuery({
    queryKey: ["analytics", "last-minutes", from],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.get<Timeseries>(`${ADDRESS}/timeseries`, { from, to, interval: "minute" }, { signal }),
  }).data;
  return useMemo(() => series?.points.map(({ at, viewers }) => ({ atMs: Date.parse(at), viewers })) ?? [], [series]);
}

export function useTopLists(window: AnalyticsWindow, channelId: string | null) {
  const address = topAddress(window, channelId);
  return useQuery({
    ...useFirstAnswer<TopLists>(address),
    queryKey: ["analytics", "top", window.from, window.to, channelId],
    queryFn: ({ signal }) => api.get<TopLists>(address, undefined, { signal }),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  });
}

export function useRetention(contentItemId: string) {
  return useQuery({
    queryKey: ["analytics", "retention", contentItemId],
    queryFn: ({ signal }) => api.get<Retention>(`${ADDRESS}/retention`, { contentItemId }, { signal }),
  });
}

/** What a channel aired in a window, to stand under its viewers. */
export function useProgrammes({ from, to }: AnalyticsWindow, channelId: string | null, isWanted: boolean) {
  return useQuery({
    queryKey: ["analytics", "programmes", channelId, from, to],
    enabled: isWanted && channelId !== null,
    queryFn: async ({ signal }) => {
      const lines: AsRunLine[] = [];
      for (let page = 1; lines.length < MOST_PROGRAMMES; page++) {
        const params = { from, to, page, per_page: PER_PAGE };
        const part = await api.get<AsRun>(`/v1/creator/channels/${channelId}/as-run`, params, { signal });
        lines.push(...part.items);
        if (part.items.length === 0 || page * PER_PAGE >= part.total) break;
      }
      return lines.filter((line) => line.startsAt !== null);
    },
    placeholderData: keepPreviousData,
  });
}
