"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { formatDay, formatDayTime, formatTime } from "@/components/ui/format-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { Channel } from "@/core/channels/contract";
import { useProgrammes, useTimeseries } from "./analytics-queries";
import type { AnalyticsWindow } from "./analytics-range";
import { ChartTable } from "./chart-table";
import { METRICS, type Metric } from "./metrics";
import { ProgrammeStrip, programmeAt } from "./programme-strip";

const HEIGHT_PX = 260;

/** uPlot comes with the first chart. */
const LineChart = dynamic(() => import("./line-chart"), {
  ssr: false,
  loading: () => <Skeleton className="h-[260px] w-full" />,
});

interface AudienceChartProps {
  window: AnalyticsWindow;
  timeZone: string;
  /** Of one channel the programmes stand under the line. */
  channel: Channel | null;
}

/** The audience over time, and under it what was on air. */
export function AudienceChart({ window, timeZone, channel }: AudienceChartProps) {
  const [metric, setMetric] = useState<Metric>("viewers");
  const [pointed, setPointed] = useState<number | null>(null);
  const [plot, setPlot] = useState({ leftPx: 0, widthPx: 0 });
  const series = useTimeseries(window, channel?.id ?? null, timeZone);
  const programmes = useProgrammes(window, channel?.id ?? null, window.interval !== "day");
  const points = series.data?.points;
  const xs = useMemo(() => points?.map(({ at }) => Date.parse(at) / 1000) ?? [], [points]);
  const ys = useMemo(() => points?.map((point) => point[metric]) ?? [], [points, metric]);
  const { label, text } = METRICS[metric];
  const when = (at: string) => {
    if (window.interval === "minute") return formatTime(at, timeZone);
    return window.interval === "hour" ? formatDayTime(at, timeZone) : formatDay(at, timeZone);
  };
  const shown = pointed === null ? null : points?.[pointed];
  const onAir = shown && programmeAt(programmes.data ?? [], Date.parse(shown.at));

  return (
    <section aria-labelledby="audience" className="rounded-lg border border-border bg-surface p-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id="audience" className="font-semibold">
          {label} over time
        </h2>
        <Tabs
          label="What to draw"
          value={metric}
          onChange={setMetric}
          tabs={Object.entries(METRICS).map(([value, words]) => ({ value: value as Metric, label: words.label }))}
        />
      </div>
      <p className="times mt-2 h-5 truncate text-muted text-sm">
        {shown ? (
          <>
            <span className="font-semibold text-text">{text(shown[metric])}</span> {label.toLowerCase()},{" "}
            {when(shown.at)}
            {onAir && ` · ${onAir.title}`}
          </>
        ) : (
          "Point at the line to read it."
        )}
      </p>
      {series.isError && !series.data ? (
        <ErrorState
          title="The line could not be loaded"
          error={series.error}
          retrying={series.isFetching}
          onRetry={() => void series.refetch()}
          className="h-[260px]"
        />
      ) : series.isPending ? (
        <Skeleton className="h-[260px] w-full" />
      ) : (
        <LineChart
          xs={xs}
          ys={ys}
          xIsTime
          timeZone={timeZone}
          heightPx={HEIGHT_PX}
          yText={text}
          xText={String}
          onLayout={(leftPx, widthPx) => setPlot({ leftPx, widthPx })}
          onPoint={setPointed}
        />
      )}
      {channel && window.interval !== "day" && (
        <ProgrammeStrip lines={programmes.data ?? []} window={window} plot={plot} timeZone={channel.timezone} />
      )}
      {!channel && window.interval !== "day" && (
        <p className="mt-1 text-muted text-sm">Choose a channel to see what was on air under the line.</p>
      )}
      {points && (
        <ChartTable
          caption={`${label} over time`}
          heads={["Time", ...Object.values(METRICS).map((each) => each.label)]}
          rows={points.map((point) => [
            when(point.at),
            ...Object.entries(METRICS).map(([name, each]) => each.text(point[name as Metric])),
          ])}
        />
      )}
    </section>
  );
}
