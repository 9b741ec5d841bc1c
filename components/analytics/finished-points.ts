import type { Timeseries } from "@/core/analytics/contract";

/** Figures over time, with the moment at which they were so. */
export interface KnownTimeseries extends Timeseries {
  knownAtMs: number;
}

const MINUTE_MS = 60_000;

/** Without the minute that still ran: it would look as if everybody had just left. */
export function finishedPoints({ interval, points, knownAtMs }: KnownTimeseries): Timeseries["points"] {
  if (interval !== "minute") return points;
  return points.filter(({ at }) => Date.parse(at) + MINUTE_MS <= knownAtMs);
}
