import { AppError } from "../errors";
import { dayOf, stretchOfDay, wallClockMs } from "../schedule/grid-day";
import type { Interval } from "./contract";

export const MINUTE_MS = 60_000;
/** Days and hours of all time zones begin on a quarter of an hour. */
export const QUARTER_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long figures are kept by the minute; by the quarter of an hour they are kept for good. */
export const MINUTES_KEPT_MS = 35 * DAY_MS;

/** The longest window of each interval: as many points as a chart can show. */
const LONGEST_MS: Record<Interval, number> = {
  minute: DAY_MS + HOUR_MS,
  hour: 32 * DAY_MS,
  day: 367 * DAY_MS,
};
const LONGEST_SAYS: Record<Interval, string> = { minute: "25 hours", hour: "32 days", day: "367 days" };

export interface Window {
  fromMs: number;
  toMs: number;
}

export function floorTo(ms: number, stepMs: number): number {
  return Math.floor(ms / stepMs) * stepMs;
}

export function ceilTo(ms: number, stepMs: number): number {
  return Math.ceil(ms / stepMs) * stepMs;
}

/**
 * A window from two ISO instants.
 * @throws request.invalid when it is empty or backwards
 */
export function windowFrom({ from, to }: { from: string; to: string }): Window {
  const window = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (window.fromMs >= window.toMs) throw refused("to", "must be later than `from`");
  return window;
}

/** @throws request.invalid when the window is longer than its interval allows, or minutes are asked for that are gone */
export function requireChartable({ fromMs, toMs }: Window, interval: Interval, nowMs: number): void {
  if (toMs - fromMs > LONGEST_MS[interval])
    throw refused("to", `must be at most ${LONGEST_SAYS[interval]} after \`from\` by the ${interval}`);
  if (interval === "minute" && fromMs < nowMs - MINUTES_KEPT_MS)
    throw refused("from", "must be within the last 35 days by the minute; older figures are kept by the hour");
}

/**
 * Where the intervals begin that a window touches, and last where the last one ends. Hours and days are those of the
 * clocks of a time zone: a day may have 23 or 25 hours, and where clocks move by half an hour an hour is cut.
 */
export function intervalEdges({ fromMs, toMs }: Window, interval: Interval, timeZone: string): number[] {
  const edges: number[] = [];
  let edgeMs = startOf(fromMs, interval, timeZone);
  while (edgeMs < toMs) {
    edges.push(edgeMs);
    edgeMs = nextEdge(edgeMs, interval, timeZone);
  }
  return [...edges, edgeMs];
}

function startOf(ms: number, interval: Interval, timeZone: string): number {
  if (interval === "minute") return floorTo(ms, MINUTE_MS);
  if (interval === "day") return stretchOfDay(dayOf(ms, timeZone), timeZone).fromMs;
  const aheadMs = wallClockMs(ms, timeZone) - ms;
  return floorTo(ms + aheadMs, HOUR_MS) - aheadMs;
}

function nextEdge(edgeMs: number, interval: Interval, timeZone: string): number {
  if (interval === "minute") return edgeMs + MINUTE_MS;
  if (interval === "day") return stretchOfDay(dayOf(edgeMs, timeZone), timeZone).toMs;
  const next = startOf(edgeMs + HOUR_MS, "hour", timeZone);
  return next > edgeMs ? next : edgeMs + HOUR_MS;
}

function refused(field: string, message: string): AppError {
  return new AppError("request.invalid", `\`${field}\` ${message}.`, {
    issues: [{ path: [field], code: "custom", message }],
  });
}

/** A window as it is read: whole quarters of an hour, and single minutes before and behind them. */
export interface Cover {
  quarters: Window;
  minutes: Window[];
}

/**
 * Covers a window, down to the minute where minutes are kept. Older ends are moved outwards to the quarter.
 * @param keptFromMs since when figures are kept by the minute
 */
export function coverOf({ fromMs, toMs }: Window, keptFromMs: number): Cover {
  const from = fromMs < keptFromMs ? floorTo(fromMs, QUARTER_MS) : floorTo(fromMs, MINUTE_MS);
  const to = toMs < keptFromMs ? ceilTo(toMs, QUARTER_MS) : ceilTo(toMs, MINUTE_MS);
  const quarters = { fromMs: ceilTo(from, QUARTER_MS), toMs: floorTo(to, QUARTER_MS) };
  if (quarters.fromMs >= quarters.toMs) {
    const none = { fromMs: quarters.fromMs, toMs: quarters.fromMs };
    return { quarters: none, minutes: [{ fromMs: from, toMs: to }] };
  }
  const edges = [
    { fromMs: from, toMs: quarters.fromMs },
    { fromMs: quarters.toMs, toMs: to },
  ];
  return { quarters, minutes: edges.filter((edge) => edge.fromMs < edge.toMs) };
}
