"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { type DayName, isDayName } from "@/core/schedule/grid-day";

export interface GuideAddress {
  channelId: string | null;
  day: DayName | null;
  zoom: ZoomMinutes | null;
}

/** Channel, day and zoom of the guide, kept in the page's address so that it can be shared and reloaded. */
export function useGuideAddress(): [GuideAddress, (changes: Partial<GuideAddress>, isStep?: boolean) => void] {
  const search = useSearchParams();
  const day = search.get("day");
  const zoom = Number(search.get("zoom"));
  const address: GuideAddress = {
    channelId: search.get("channelId"),
    day: isDayName(day) ? day : null,
    zoom: ZOOM_MINUTES.find((minutes) => minutes === zoom) ?? null,
  };
  const go = useCallback((changes: Partial<GuideAddress>, isStep = true) => {
    const url = new URL(window.location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, String(value));
    }
    // Next keeps useSearchParams in step with the browser's own history calls.
    if (isStep) window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  }, []);
  return [address, go];
}
