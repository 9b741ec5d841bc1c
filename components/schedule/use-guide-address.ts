"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { type DayName, isDayName, parseTimeOfDay } from "@/core/schedule/grid-day";

export const VIEWS = ["channels", "week", "list"] as const;
export type ViewName = (typeof VIEWS)[number];

export interface GuideAddress {
  channelId: string | null;
  day: DayName | null;
  zoom: ZoomMinutes | null;
  view: ViewName | null;
  /** Time of day at the left edge, `20:15`. */
  time: string | null;
}

/** What the guide shows, kept in the page's address so that it can be shared and reloaded. */
export function useGuideAddress(): [GuideAddress, (changes: Partial<GuideAddress>, isStep?: boolean) => void] {
  const search = useSearchParams();
  const day = search.get("day");
  const zoom = Number(search.get("zoom"));
  const time = search.get("time");
  const address: GuideAddress = {
    channelId: search.get("channelId"),
    day: isDayName(day) ? day : null,
    zoom: ZOOM_MINUTES.find((minutes) => minutes === zoom) ?? null,
    view: VIEWS.find((view) => view === search.get("view")) ?? null,
    time: time && parseTimeOfDay(time) !== null ? time : null,
  };
  const go = useCallback((changes: Partial<GuideAddress>, isStep = true) => {
    const url = new URL(window.location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, String(value));
    }
    if (url.href === window.location.href) return;
    // Next keeps useSearchParams in step with the browser's own history calls.
    if (isStep) window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  }, []);
  return [address, go];
}
