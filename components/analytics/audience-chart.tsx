"use client";

import { useMemo, useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { formatDay, formatDayTime, formatTime } from "@/components/ui/format-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { Timeseries } from "@/core/analytics/contract";
import type { Channel } from "@/core/channels/contract";
import type { AsRunLine } from "@/core/guide/as-run-contract";
import { dayOf } from "@/core/schedule/grid-day";
import { useProgrammes, useTimeseries } from "./analytics-queries";
import type { AnalyticsWindow } from "./analytics-range";
import { ChartReader } from "./chart-reader";
import { ChartTable } from "./chart-table";
import { finishedPoints } from "./finished-points";
import { MetricTabs } from "./metric-tabs";
import { METRICS, type Metric } from "./metrics";
import { ProgrammeStrip, programmeAt } from "./programme-strip";

const HEIGHT_PX = 260;
const FIRST: Metric = "viewers";
const NONE: AsRunLine[] = [];

interface AudienceChartProps {
  window: AnalyticsWindow;
  timeZone: string;
  /** Of one channel the programmes stand under the line. */
  channel: Channel | null;
}

/** The audience over time, and under it what was on air. */
export function AudienceChart({ window, timeZone, channel }: AudienceChartProps) {
  const [metric, setMetric] = useState(FIRST);
  const [plot, setPlot] = useState({ leftPx: 0, widthPx: 0 });
  const series = useTimeseries(window, channel?.id ?? null, timeZone);
  const asRun = useProgrammes(window, channel?.id ?? null, window.interval !== "day");
  const programmes = asRun.data ?? NONE;
  const points = useMemo(() => (series.data ? finishedPoints(series.data) : []), [series.data]);
  const xs = useMemo(() => points.map(({ at }) => Date.parse(at) / 1000), [points]);
  const ys = useMemo(() => points.map((point) => point[metric]), [points, metric]);
  const { label, text, steps } = METRICS[metric];
  const when = (at: string) => {
    if (window.interval === "minute") return formatTime(at, timeZone);
    return window.interval === "hour" ? formatDayTime(at, timeZone) : formatDay(at, timeZone);
  };
  const figureOf = (index: number) => text(ys[index] ?? 0);
  const momentOf = (index: number) => {
    const at = points[index]?.at ?? window.from;
    return [when(at), programmeAt(programmes, Date.parse(at))?.title].filter(Boolean).join(" · ");
  };
  const peak = ys.reduce((best, y, index) => (y > (ys[best] ?? 0) ? index : best), 0);

  return (
    <section aria-labelledby="audience" className="rounded-lg border border-border bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h3 id="audience" className="font-semibold">
          {label} over time
        </h3>
        <MetricTabs first={FIRST} onChange={setMetric} />
      </div>
      {series.isError && !series.data ? (
        <ErrorState
          title="The line could not be loaded"
          error={series.error}
          retrying={series.isFetching}
          onRetry={() => void series.refetch()}
          className="h-[260px]"
        />
      ) : series.isPending ? (
        <Skeleton className="mt-2 h-[280px] w-full" />
      ) : (
        <ChartReader
          label={`${label} over time`}
          figureOf={figureOf}
          textOf={(index) => `${label.toLowerCase()}, ${momentOf(index)}`}
          whole={
            ys[peak] ? (
              <>
                Most: <span className="font-semibold text-text">{figureOf(peak)}</span> at {momentOf(peak)}
              </>
            ) : (
              "Nothing in this time."
            )
          }
          xs={xs}
          ys={ys}
          xIsTime
          timeZone={timeZone}
          heightPx={HEIGHT_PX}
          yText={text}
          ySteps={steps}
          xText={(seconds) => tickText(seconds * 1000, window.interval, timeZone)}
          onLayout={(leftPx, widthPx) => setPlot({ leftPx, widthPx })}
        />
      )}
      {channel &&
        window.interval !== "day" &&
        (asRun.isSuccess && programmes.length === 0 ? (
          <p className="mt-1 h-7 text-muted text-sm leading-7">{channel.name} was not on air in this time.</p>
        ) : (
          <ProgrammeStrip lines={programmes} window={window} plot={plot} timeZone={timeZone} />
        ))}
      {!channel && window.interval !== "day" && (
        <p className="mt-1 text-muted text-sm">Choose a channel to see what was on air under the line.</p>
      )}
      {points.length > 0 && (
        <ChartTable
          caption={`${label} over time`}
          heads={["Time", ...Object.values(METRICS).map((each) => each.label)]}
          rows={() =>
            points.map((point) => [
              when(point.at),
              ...Object.entries(METRICS).map(([name, each]) => each.text(point[name as Metric])),
            ])
          }
        />
      )}
    </section>
  );
}

/** A mark of the axis: the day at its beginning and where days are drawn, else the time of day. */
function tickText(atMs: number, interval: Timeseries["interval"], timeZone: string): string {
  const isDay = interval === "day" || (interval === "hour" && dayOf(atMs, timeZone) !== dayOf(atMs - 1, timeZone));
  return isDay ? formatDay(atMs, timeZone) : formatTime(atMs, timeZone);
}
