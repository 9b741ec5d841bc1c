"use client";

import { type KeyboardEvent, type ReactNode, useState } from "react";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import type { LineChartProps } from "./line-chart";

/** uPlot comes with the first chart. */
const LineChart = later(() => import("./line-chart").then((module) => module.LineChart), {
  waiting: <Skeleton className="h-full w-full" />,
});

interface ChartReaderProps extends Omit<LineChartProps, "onPoint" | "pointed"> {
  label: string;
  /** The point in words. */
  textOf: (index: number) => string;
  /** The figure of the point, set off from its words. */
  figureOf: (index: number) => string;
  /** What stands there while no point is looked at: what the line says as a whole. */
  whole: ReactNode;
}

/** A share of the line that Page Up and Page Down skip. */
const PAGE_SHARE = 0.1;

/**
 * A line that is read point by point: with the pointer, or with the arrow keys, which a screen reader hears as a slider
 * along the line.
 */
export function ChartReader({ label, textOf, figureOf, whole, ...chart }: ChartReaderProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const last = chart.xs.length - 1;
  const at = Math.min(pointed ?? last, last);

  function press(event: KeyboardEvent) {
    const to = target(event.key, at, last);
    if (to === null || last < 0) return;
    event.preventDefault();
    setPointed(pointed === null ? last : to);
  }
  return (
    <>
      <p className="times mt-2 min-h-5 text-muted text-sm">
        {pointed === null || last < 0 ? (
          whole
        ) : (
          <>
            <span className="font-semibold text-text">{figureOf(at)}</span> {textOf(at)}
          </>
        )}
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={last < 0 ? "Nothing yet" : `${figureOf(at)} ${textOf(at)}`}
        onKeyDown={press}
        onBlur={() => setPointed(null)}
        className="rounded-sm"
        style={{ height: chart.heightPx }}
      >
        <LineChart {...chart} pointed={pointed} onPoint={setPointed} />
      </div>
    </>
  );
}

function target(key: string, at: number, last: number): number | null {
  const page = Math.max(1, Math.round(last * PAGE_SHARE));
  const steps: Record<string, number> = {
    ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
    ...{ PageDown: -page, PageUp: page, Home: -last, End: last },
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(last, Math.max(0, at + step));
}
