import type { Figures } from "@/core/analytics/contract";
import { countText, watchText } from "./figure-text";

/** Steps of an axis of whole things: 1, 2, 5, 10, 20, 50 and so on. */
export const COUNT_STEPS: readonly number[] = Array.from({ length: 8 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** power),
).flat();

const HOUR = 3600;
/** Steps that read well as times. */
const TIME_STEPS = [1, 5, 15, 30, 60, 300, 600, 1800, ...COUNT_STEPS.map((hours) => hours * HOUR)];

interface Measure {
  label: string;
  text: (value: number) => string;
  /** What the lines of its axis may lie apart. */
  steps: readonly number[];
}

/** What can be drawn over time. */
export const METRICS = {
  viewers: { label: "Viewers", text: countText, steps: COUNT_STEPS },
  views: { label: "Views", text: countText, steps: COUNT_STEPS },
  watchSeconds: { label: "Watch time", text: watchText, steps: TIME_STEPS },
  impressions: { label: "Impressions", text: countText, steps: COUNT_STEPS },
} as const satisfies Record<keyof Figures, Measure>;

export type Metric = keyof typeof METRICS;
