"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { CHANNEL_TABS } from "./channel-tabs";

const [FIRST] = CHANNEL_TABS;

/** The view of a channel's page, kept in its address, so that it can be shared, reloaded and gone back to. */
export function useChannelTab(): [string, (tab: string) => void] {
  const asked = useSearchParams().get("tab");
  const tab = (CHANNEL_TABS.find(({ value }) => value === asked) ?? FIRST)?.value ?? "";
  const show = useCallback((next: string) => {
    // Only the tab is kept: what another view keeps in the address says nothing of this one.
    const search = next === FIRST?.value ? "" : `?tab=${next}`;
    // Next keeps useSearchParams in step with the browser's own history calls.
    window.history.pushState(null, "", window.location.pathname + search);
  }, []);
  return [tab, show];
}
