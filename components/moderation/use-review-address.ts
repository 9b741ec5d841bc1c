"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import type { ReviewStatus } from "@/core/moderation/contract";

/** The parts of the page: one per state of an item, and the history. */
export const REVIEW_TABS = ["waiting", "blocked", "ready", "decisions"] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

export const STATUS_OF_TAB = {
  waiting: "pending_moderation",
  blocked: "blocked",
  ready: "ready",
} as const satisfies Record<Exclude<ReviewTab, "decisions">, ReviewStatus>;

export interface ReviewAddress {
  tab: ReviewTab;
  q: string;
  page: number;
  /** The item whose panel is open. */
  item: string | null;
}

/** Where a moderator is stands in the address, so that it can be sent to another one. */
export function useReviewAddress(): [ReviewAddress, (changes: Partial<ReviewAddress>, isStep?: boolean) => void] {
  const search = useSearchParams();
  const address: ReviewAddress = {
    tab: REVIEW_TABS.find((tab) => tab === search.get("tab")) ?? "waiting",
    q: search.get("q") ?? "",
    page: Math.max(1, Number.parseInt(search.get("page") ?? "1", 10) || 1),
    item: search.get("item"),
  };
  const go = useCallback((changes: Partial<ReviewAddress>, isStep = true) => {
    const query = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      const isPlain = !value || (name === "tab" && value === "waiting") || (name === "page" && value === 1);
      if (isPlain) query.delete(name);
      else query.set(name, String(value));
    }
    const next = query.size > 0 ? `/review?${query}` : "/review";
    if (isStep) window.history.pushState(null, "", next);
    else window.history.replaceState(null, "", next);
  }, []);
  return [address, go];
}
