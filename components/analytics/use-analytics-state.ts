"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useClockZone } from "@/components/shell/clock-zone";
import { accountZone } from "@/components/ui/format-time";
import { useNow } from "@/components/ui/use-now";
import { dayOf } from "@/core/schedule/grid-day";
import { type DayRange, type Preset, readAnalyticsState, windowOf } from "./analytics-range";

interface Changes {
  preset?: Preset;
  days?: DayRange;
  channelId?: string | null;
  contentItemId?: string | null;
}

/** What the server takes for the time and the zone, which count until the browser's are there. */
export interface OpenedAt {
  ms: number;
  timeZone: string;
}

/** What the page shows, kept in its address, in the time zone that the clock of the bar shows. */
export function useAnalyticsState(opened: OpenedAt) {
  const search = useSearchParams();
  const [clockZone] = useClockZone();
  const timeZone = clockZone || accountZone() || opened.timeZone;
  const nowMs = useNow() ?? opened.ms;
  const minute = Math.floor(nowMs / 60_000);
  const today = dayOf(minute * 60_000, timeZone);
  const state = useMemo(() => readAnalyticsState(search, today), [search, today]);
  const window = useMemo(() => windowOf(state.days, timeZone, minute * 60_000), [state.days, timeZone, minute]);

  const change = useCallback((changes: Changes) => {
    const url = new URL(globalThis.window.location.href);
    const put = (name: string, value: string | null | undefined) => {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    };
    if (changes.preset) {
      put("range", changes.preset === "today" ? null : changes.preset);
      put("from", null);
      put("to", null);
    }
    if (changes.days) {
      put("range", null);
      put("from", changes.days.from);
      put("to", changes.days.to);
    }
    if (changes.channelId !== undefined) put("channel", changes.channelId);
    if (changes.contentItemId !== undefined) put("item", changes.contentItemId);
    globalThis.window.history.pushState(null, "", url);
  }, []);
  return { state, window, timeZone, today, change };
}
