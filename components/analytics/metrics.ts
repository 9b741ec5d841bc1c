import type { Figures } from "@/core/analytics/contract";
import { countText, watchText } from "./figure-text";

/** What can be drawn over time. */
export const METRICS = {
  viewers: { label: "Viewers", text: countText },
  views: { label: "Views", text: countText },
  watchSeconds: { label: "Watch time", text: watchText },
  impressions: { label: "Impressions", text: countText },
} as const satisfies Record<keyof Figures, { label: string; text: (value: number) => string }>;

export type Metric = keyof typeof METRICS;
