"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, axisFor, instantAt, widthOf, xOf, type ZoomMinutes } from "@/core/schedule/grid-axis";
import type { GuideRow } from "@/core/schedule/guide-rows";

/** Width of the column that names the rows, and height of the ruler, in CSS pixels. */
export const HEAD_PX = { wide: 148, narrow: 76 };
export const RULER_PX = 36;

/** The scrolled window onto the guide: its axis, what of it is worth drawing, and ways to move it. */
export interface GuideView {
  /** Time along the first row; other rows begin at their own `fromMs`, at the same place. */
  axis: Axis;
  /** Slightly more than what can be seen, as time along the axis; changes only every half screen. */
  drawn: Stretch;
  /** Rows that are worth drawing. */
  drawnRows: { first: number; last: number };
  rowPx: number;
  headPx: number;
  /** Of the part in which time is drawn. */
  widthPx: number;
  scroller: React.RefObject<HTMLDivElement | null>;
  surface: React.RefObject<HTMLDivElement | null>;
  /** Brings an instant of the axis to a share of the width, 0 being the left edge. */
  scrollTo: (instantMs: number, share?: number, behavior?: ScrollBehavior) => void;
  /** Scrolls only as far as is needed to see a stretch of a row. */
  reveal: (row: number, stretch: Stretch) => void;
  /** The next change of scale keeps this place of the screen where it is. */
  keep: (clientX: number) => void;
  leftEdgeMs: () => number;
}

interface GuideViewOptions {
  stretch: Stretch;
  rows: readonly GuideRow[];
  zoom: ZoomMinutes;
  rowPx: number;
  headPx: number;
  /** Left edge when the guide is first drawn. */
  startMs: number;
  onScrolled: (leftEdgeMs: number) => void;
  /** Whether there is anything to scroll; a list has no such window. */
  isDrawn: boolean;
}

const DAY_MS = 86_400_000;

/** What the widest zoom shows: a day, with the hour that some of them have more. */
function widestOf({ fromMs, toMs }: Stretch): Stretch {
  return { fromMs, toMs: toMs - fromMs <= DAY_MS + 3_600_000 ? toMs : fromMs + DAY_MS };
}

export function useGuideView(options: GuideViewOptions): GuideView {
  const { stretch, rows, zoom, rowPx, headPx, isDrawn } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  const [chunk, setChunk] = useState({ x: 0, y: 0 });
  const { widthPx } = size;
  const axis = useMemo(
    () => ({ ...axisFor(widestOf(stretch), zoom, widthPx || 1200), ...stretch }),
    [stretch, zoom, widthPx],
  );
  const latest = useRef({ options, axis });
  latest.current = { options, axis };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isDrawn || !element) return;
    const measure = () =>
      setSize((before) => {
        const next = { widthPx: Math.max(1, element.clientWidth - headPx), heightPx: element.clientHeight };
        return before.widthPx === next.widthPx && before.heightPx === next.heightPx ? before : next;
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [headPx, isDrawn]);

  const halfPx = Math.max(200, widthPx / 2);
  useEffect(() => {
    const element = scroller.current;
    if (!isDrawn || !element) return;
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      const next = { x: Math.floor(element.scrollLeft / halfPx), y: Math.floor(element.scrollTop / (rowPx * 3)) };
      setChunk((before) => (before.x === next.x && before.y === next.y ? before : next));
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { axis, options } = latest.current;
        options.onScrolled(instantAt(axis, element.scrollLeft));
      }, 300);
    };
    read();
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", read);
    };
  }, [halfPx, rowPx, isDrawn]);

  const kept = useRef<Axis | null>(null);
  const keptX = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || widthPx === 0) return;
    const before = kept.current;
    kept.current = axis;
    if (!before) {
      element.scrollLeft = xOf(axis, latest.current.options.startMs);
      return;
    }
    if (before === axis) return;
    const x = keptX.current ?? 0;
    keptX.current = null;
    const instantMs = instantAt(before, element.scrollLeft + x);
    const isElsewhere = instantMs < axis.fromMs || instantMs >= axis.toMs;
    element.scrollLeft = xOf(axis, isElsewhere ? latest.current.options.startMs : instantMs) - (isElsewhere ? 0 : x);
  }, [axis, widthPx]);

  const drawn = useMemo(
    () => ({ fromMs: instantAt(axis, (chunk.x - 1) * halfPx), toMs: instantAt(axis, (chunk.x + 4) * halfPx) }),
    [axis, chunk.x, halfPx],
  );
  const drawnRows = useMemo(() => {
    const first = Math.max(0, chunk.y * 3 - 1);
    const fits = Math.ceil((size.heightPx || 800) / rowPx);
    return { first, last: Math.min(rows.length - 1, first + fits + 5) };
  }, [chunk.y, rowPx, rows.length, size.heightPx]);

  const scrollTo = useCallback((instantMs: number, share = 0.25, behavior: ScrollBehavior = "smooth") => {
    const element = scroller.current;
    if (!element) return;
    const { axis, options } = latest.current;
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollTo({
      left: xOf(axis, instantMs) - (element.clientWidth - options.headPx) * share,
      behavior: isCalm ? "instant" : behavior,
    });
  }, []);

  const reveal = useCallback((row: number, { fromMs, toMs }: Stretch) => {
    const element = scroller.current;
    const { axis, options } = latest.current;
    const line = options.rows[row];
    if (!element || !line) return;
    const seenPx = element.clientWidth - options.headPx;
    const left = widthOf(axis, fromMs - line.fromMs);
    const right = widthOf(axis, toMs - line.fromMs);
    if (left < element.scrollLeft || right - left > seenPx) element.scrollLeft = left - 24;
    else if (right > element.scrollLeft + seenPx) element.scrollLeft = right - seenPx + 24;
    const top = row * options.rowPx;
    const seenHeightPx = element.clientHeight - RULER_PX;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + options.rowPx > element.scrollTop + seenHeightPx) {
      element.scrollTop = top + options.rowPx - seenHeightPx;
    }
  }, []);

  const keep = useCallback((clientX: number) => {
    const element = scroller.current;
    if (!element) return;
    const left = element.getBoundingClientRect().left + latest.current.options.headPx;
    keptX.current = Math.max(0, clientX - left);
  }, []);
  const leftEdgeMs = useCallback(() => instantAt(latest.current.axis, scroller.current?.scrollLeft ?? 0), []);

  return { axis, drawn, drawnRows, rowPx, headPx, widthPx, scroller, surface, scrollTo, reveal, keep, leftEdgeMs };
}
