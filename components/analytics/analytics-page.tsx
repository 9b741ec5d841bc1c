"use client";

import { useChannels } from "@/components/channels/use-channels";
import { PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { later } from "@/components/ui/later";
import { Select } from "@/components/ui/select";
import { useSummary } from "./analytics-queries";
import { AudienceChart } from "./audience-chart";
import { chosenChannel } from "./chosen-channel";
import { CsvMenu } from "./csv-menu";
import { KpiCards } from "./kpi-cards";
import { RangePicker } from "./range-picker";
import { TopTables } from "./top-tables";
import { type OpenedAt, useAnalyticsState } from "./use-analytics-state";
import { useLiveKpis } from "./use-live-kpis";

const RetentionDialog = later(() => import("./retention-dialog").then((module) => module.RetentionDialog));

/** Who watches now, and who watched what and when. */
export function AnalyticsPage({ opened }: { opened: OpenedAt }) {
  const { state, window, timeZone, today, change } = useAnalyticsState(opened);
  const channels = useChannels().data?.items ?? [];
  const channel = chosenChannel(channels, state.channelId);
  const live = useLiveKpis();
  const summary = useSummary(timeZone);
  return (
    <section aria-label="Analytics" className="@container">
      <PageHeader title="Analytics" aside="Today, all channels" />
      <div className="flex flex-col gap-4 px-4 pb-10 md:px-6">
        {summary.isError && !summary.data ? (
          <ErrorState
            title="Today's figures could not be loaded"
            error={summary.error}
            retrying={summary.isFetching}
            onRetry={() => void summary.refetch()}
          />
        ) : (
          <KpiCards live={live} summary={summary.data} timeZone={timeZone} />
        )}
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <h2 className="mr-auto font-semibold text-lg">Audience</h2>
          <Select
            aria-label="Channel"
            className="w-44"
            value={channel && channel.id === state.channelId ? channel.id : ""}
            onChange={(event) => change({ channelId: event.target.value || null })}
          >
            <option value="">All channels</option>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <RangePicker
            state={state}
            today={today}
            onPreset={(preset) => change({ preset })}
            onDays={(days) => change({ days })}
          />
          <CsvMenu days={state.days} />
        </div>
        <AudienceChart window={window} timeZone={timeZone} channel={channel} />
        <TopTables
          window={window}
          channelId={channel?.id ?? null}
          live={live.kpis}
          onChannel={(channelId) => change({ channelId })}
          onItem={(contentItemId) => change({ contentItemId })}
        />
      </div>
      {state.contentItemId && (
        <RetentionDialog
          key={state.contentItemId}
          contentItemId={state.contentItemId}
          onClose={() => change({ contentItemId: null })}
        />
      )}
    </section>
  );
}
