"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { AsRun } from "@/core/guide/as-run-contract";
import { type DayName, stretchOfDay } from "@/core/schedule/grid-day";

/** Days of the channel's own time zone, the last one included. */
export interface DayRange {
  from: DayName;
  to: DayName;
}

/** The window of a range of days as the API takes it. */
export function windowOfDays({ from, to }: DayRange, timeZone: string): { from: string; to: string } {
  const [first, last] = [stretchOfDay(from, timeZone), stretchOfDay(to, timeZone)];
  return { from: new Date(first.fromMs).toISOString(), to: new Date(last.toMs).toISOString() };
}

export function useAsRun(channelId: string, window: { from: string; to: string }, page: number, isValid: boolean) {
  return useQuery({
    queryKey: ["as-run", channelId, window, page],
    enabled: isValid,
    queryFn: ({ signal }) =>
      api.get<AsRun>(`/v1/creator/channels/${channelId}/as-run`, { ...window, page, per_page: 50 }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}
