"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, axisFor, instantAt, xOf, type ZoomMinutes } from "@/core/schedule/grid-axis";

/** The scrolled window onto a day: its axis, what of it is worth drawing, and ways to move it. */
export interface GuideView {
  axis: Axis;
  /** Slightly more than what can be seen; changes only every half screen. */
  drawn: Stretch;
  scroller: React.RefObject<HTMLDivElement | null>;
  track: React.RefObject<HTMLDivElement | null>;
  widthPx: number;
  /** Brings an instant to a share of the width, 0 being the left edge. */
  scrollTo: (instantMs: number, share?: number, behavior?: ScrollBehavior) => void;
  /** Scrolls only as far as is needed to see a stretch. */
  reveal: (stretch: Stretch) => void;
}

export function useGuideView(day: Stretch, zoom: ZoomMinutes, nowMs: number | null): GuideView {
  const scroller = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  const [chunk, setChunk] = useState(0);
  const axis = useMemo(() => axisFor(day, zoom, widthPx || 1200), [day, zoom, widthPx]);
  const now = useRef(nowMs);
  now.current = nowMs;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth));
    observer.observe(element);
    setWidthPx(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const halfPx = Math.max(200, widthPx / 2);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => setChunk(Math.floor(element.scrollLeft / halfPx));
    read();
    element.addEventListener("scroll", read, { passive: true });
    return () => element.removeEventListener("scroll", read);
  }, [halfPx]);

  // The instant that stays where it is on the screen while the scale changes: now, if it can be seen, else the middle.
  const kept = useRef<{ axis: Axis; day: Stretch } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || widthPx === 0) return;
    const before = kept.current;
    kept.current = { axis, day };
    const nowAt = now.current ?? 0;
    const showsToday = nowAt >= day.fromMs && nowAt < day.toMs;
    if (!before || (before.day !== day && showsToday)) {
      const startMs = showsToday ? nowAt : day.fromMs + (day.toMs - day.fromMs) * 0.7;
      element.scrollLeft = xOf(axis, startMs) - widthPx * (showsToday ? 0.25 : 0.5);
      return;
    }
    if (before.day !== day || before.axis.pxPerMs === axis.pxPerMs) return;
    const nowX = xOf(before.axis, nowAt) - element.scrollLeft;
    const anchorX = nowX >= 0 && nowX <= widthPx ? nowX : widthPx / 2;
    element.scrollLeft = xOf(axis, instantAt(before.axis, element.scrollLeft + anchorX)) - anchorX;
  }, [axis, day, widthPx]);

  const drawn = useMemo(
    () => ({
      fromMs: instantAt(axis, (chunk - 1) * halfPx),
      toMs: instantAt(axis, (chunk + 4) * halfPx),
    }),
    [axis, chunk, halfPx],
  );

  const scrollTo = useCallback(
    (instantMs: number, share = 0.25, behavior: ScrollBehavior = "smooth") => {
      const element = scroller.current;
      if (!element) return;
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollTo({
        left: xOf(axis, instantMs) - element.clientWidth * share,
        behavior: isCalm ? "instant" : behavior,
      });
    },
    [axis],
  );
  const reveal = useCallback(
    ({ fromMs, toMs }: Stretch) => {
      const element = scroller.current;
      if (!element) return;
      const [left, right] = [xOf(axis, fromMs), xOf(axis, toMs)];
      const seenTo = element.scrollLeft + element.clientWidth;
      if (left < element.scrollLeft || right - left > element.clientWidth) element.scrollLeft = left - 24;
      else if (right > seenTo) element.scrollLeft = right - element.clientWidth + 24;
    },
    [axis],
  );

  return { axis, drawn, scroller, track, widthPx, scrollTo, reveal };
}
