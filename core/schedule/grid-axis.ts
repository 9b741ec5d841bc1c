import type { Stretch } from "./gaps";
import { wallClockMs } from "./grid-day";

/** The time axis of the guide: a stretch of time drawn from left to right at one scale. */
export interface Axis extends Stretch {
  pxPerMs: number;
}

/** Minutes of time across the visible width, widest first. */
export const ZOOM_MINUTES = [1440, 720, 360, 180, 120, 60, 30, 15, 10, 5] as const;
export type ZoomMinutes = (typeof ZOOM_MINUTES)[number];

/** The axis that shows `zoom` minutes across `viewportPx`. The widest zoom always fits the whole day, 25 hours too. */
export function axisFor(day: Stretch, zoom: ZoomMinutes, viewportPx: number): Axis {
  const spanMs = zoom === ZOOM_MINUTES[0] ? day.toMs - day.fromMs : zoom * 60_000;
  return { ...day, pxPerMs: Math.max(1, viewportPx) / spanMs };
}

export function nextZoom(zoom: ZoomMinutes, step: -1 | 1): ZoomMinutes {
  const index = ZOOM_MINUTES.indexOf(zoom) + step;
  return ZOOM_MINUTES[Math.min(Math.max(index, 0), ZOOM_MINUTES.length - 1)]!;
}

/** Position of an instant, in CSS pixels from the left end of the axis; not rounded, so that edges meet exactly. */
export function xOf(axis: Axis, instantMs: number): number {
  return (instantMs - axis.fromMs) * axis.pxPerMs;
}

export function widthOf(axis: Axis, durationMs: number): number {
  return durationMs * axis.pxPerMs;
}

/** The instant under a position, with fractions of a millisecond; {@link snapStart} makes it whole. */
export function instantAt(axis: Axis, x: number): number {
  return axis.fromMs + x / axis.pxPerMs;
}

/** Steps of the ruler in seconds: labelled marks, and the marks between them. The labels stand at least `LABEL_PX` apart. */
const STEPS: readonly (readonly [majorSeconds: number, minorSeconds: number])[] = [
  [5, 1],
  [10, 5],
  [15, 5],
  [30, 5],
  [60, 10],
  [120, 30],
  [300, 60],
  [600, 300],
  [900, 300],
  [1800, 300],
  [3600, 900],
  [7200, 1800],
  [10_800, 3600],
  [14_400, 3600],
  [21_600, 3600],
  [43_200, 10_800],
];
const LABEL_PX = 76;
const QUARTER_MS = 900_000;

export interface Tick {
  atMs: number;
  /** A labelled mark; the others only divide. */
  isMajor: boolean;
}

/** Distances between labelled marks and between all marks of the ruler at this scale, in milliseconds. */
export function rulerSteps(axis: Axis): { majorMs: number; minorMs: number } {
  const [majorSeconds, minorSeconds] =
    STEPS.find(([major]) => major * 1000 * axis.pxPerMs >= LABEL_PX) ?? STEPS.at(-1)!;
  return { majorMs: majorSeconds * 1000, minorMs: minorSeconds * 1000 };
}

/**
 * Marks of the ruler inside `[fromMs, toMs)`. They fall on round times of the wall clock, also after the clock
 * was changed: every offset in use is a multiple of 15 minutes, so shorter steps need no time zone.
 */
export function ticks(axis: Axis, visible: Stretch, timeZone: string): Tick[] {
  const { majorMs, minorMs } = rulerSteps(axis);
  const fromMs = Math.max(axis.fromMs, visible.fromMs);
  const toMs = Math.min(axis.toMs, visible.toMs);
  const strideMs = Math.min(minorMs, QUARTER_MS);
  const found: Tick[] = [];
  for (let atMs = Math.ceil(fromMs / strideMs) * strideMs; atMs < toMs; atMs += strideMs) {
    const wallMs = majorMs > QUARTER_MS ? wallClockMs(atMs, timeZone) : atMs;
    const isMajor = wallMs % majorMs === 0;
    if (isMajor || wallMs % minorMs === 0) found.push({ atMs, isMajor });
  }
  return found;
}
