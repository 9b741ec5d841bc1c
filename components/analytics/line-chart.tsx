"use client";

import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

export interface LineChartProps {
  /** Seconds since 1970, or seconds into an item; ascending. */
  xs: readonly number[];
  ys: readonly number[];
  xIsTime: boolean;
  timeZone?: string;
  heightPx: number;
  yText: (value: number) => string;
  /** What the lines across may lie apart. */
  ySteps: readonly number[];
  xText: (value: number) => string;
  /** The share of the width that lies left of the plot, so that what stands below can be laid under it. */
  onLayout?: (leftPx: number, widthPx: number) => void;
  /** The point that is looked at, marked on the line. */
  pointed: number | null;
  /** The point under the pointer, or null. */
  onPoint: (index: number | null) => void;
}

const AXIS_PX = 52;

/** A colour of the theme. `light-dark(…)` is resolved by the browser only where it is the colour of an element. */
function resolved(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/**
 * A line over time by uPlot. New points are set into the same chart, so that nothing jumps while it is watched; only
 * another theme or another kind of axis draws it anew.
 */
export function LineChart(props: LineChartProps) {
  const { xs, ys, xIsTime, timeZone, heightPx, pointed } = props;
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const build = () => {
      chart.current?.destroy();
      chart.current = new uPlot(
        optionsFor(element.clientWidth, heightPx, xIsTime, timeZone, latest),
        [[...latest.current.xs], [...latest.current.ys]],
        element,
      );
    };
    build();
    const watch = new ResizeObserver(() => chart.current?.setSize({ width: element.clientWidth, height: heightPx }));
    watch.observe(element);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", build);
    const themes = new MutationObserver(build);
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      watch.disconnect();
      themes.disconnect();
      dark.removeEventListener("change", build);
      chart.current?.destroy();
      chart.current = null;
    };
  }, [heightPx, xIsTime, timeZone]);

  useEffect(() => chart.current?.setData([[...xs], [...ys]]), [xs, ys]);

  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || pointed === (drawn.cursor.idx ?? null)) return;
    const [x, y] = pointed === null ? [] : [xs[pointed], ys[pointed]];
    const [left, top] =
      x === undefined || y === undefined ? [-1, -1] : [drawn.valToPos(x, "x"), drawn.valToPos(y, "y")];
    drawn.setCursor({ left, top });
  }, [pointed, xs, ys]);

  return <div ref={box} aria-hidden style={{ height: heightPx }} className="w-full" />;
}

type Latest = { readonly current: LineChartProps };

function optionsFor(
  width: number,
  height: number,
  xIsTime: boolean,
  timeZone: string | undefined,
  latest: Latest,
): uPlot.Options {
  const line = resolved("--accent");
  const text = resolved("--muted");
  const grid = { stroke: resolved("--border"), width: 1 };
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: text, grid, ticks: { show: false }, font };
  return {
    width,
    height,
    // At the right for half of the last word of the axis.
    padding: [8, 28, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7, fill: line, stroke: line } },
    scales: {
      x: { time: xIsTime },
      y: { range: (_, __, most) => [0, most > 0 ? most * 1.08 : 1] },
    },
    ...(timeZone && { tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1e3), timeZone) }),
    axes: [
      { ...axis, space: 72, size: 28, values: (_, at) => at.map((x) => latest.current.xText(x)) },
      {
        ...axis,
        size: AXIS_PX,
        incrs: () => [...latest.current.ySteps],
        values: (_, at) => at.map((y) => latest.current.yText(y)),
      },
    ],
    series: [
      {},
      {
        stroke: line,
        width: 2,
        fill: `color-mix(in srgb, ${line} 14%, transparent)`,
        points: { show: false },
        paths: uPlot.paths.linear?.(),
      },
    ],
    hooks: {
      setCursor: [(self) => latest.current.onPoint(self.cursor.idx ?? null)],
      setSize: [tellLayout(latest)],
      ready: [tellLayout(latest)],
    },
  };
}

function tellLayout(latest: Latest) {
  return (self: uPlot) => {
    const ratio = devicePixelRatio || 1;
    latest.current.onLayout?.(self.bbox.left / ratio, self.bbox.width / ratio);
  };
}
