"use client";

import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { LiveKpis, TopLists } from "@/core/analytics/contract";
import { useTopLists } from "./analytics-queries";
import type { AnalyticsWindow } from "./analytics-range";
import { FigureTable } from "./figure-table";

interface TopTablesProps {
  window: AnalyticsWindow;
  channelId: string | null;
  live: LiveKpis | null;
  onChannel: (id: string) => void;
  onItem: (id: string) => void;
}

/** Which channels and which items were watched, most first. */
export function TopTables({ window, channelId, live, onChannel, onItem }: TopTablesProps) {
  const top = useTopLists(window, channelId);
  const [opened] = useState(() => Date.now());
  if (top.isPending) return <Skeleton className="h-60 w-full" />;
  if (!top.data) {
    return (
      <ErrorState
        title="The lists could not be loaded"
        error={top.error}
        retrying={top.isFetching}
        onRetry={() => void top.refetch()}
      />
    );
  }
  const { channels, content }: TopLists = top.data;
  const isEmpty = channels.length === 0 && content.length === 0;
  if (isEmpty) {
    return (
      <EmptyState
        title="Nobody watched in this time"
        className="max-w-none rounded-lg border border-border bg-surface py-10"
      >
        {Date.parse(window.to) > opened - 3_600_000
          ? "Publish a channel and share its watch page: whoever plays it turns up here within seconds."
          : "Choose other days, or all channels."}
      </EmptyState>
    );
  }
  const watching = new Map(live?.channels.map(({ id, viewers }) => [id, viewers]));
  return (
    <div className="grid items-start gap-4 @5xl:grid-cols-2">
      <FigureTable
        title="Channels"
        rows={channels.map((channel) => ({ ...channel, label: channel.name, now: watching.get(channel.id) ?? 0 }))}
        onOpen={onChannel}
        openLabel="Show only"
      />
      <FigureTable
        title="Content"
        rows={content.map((item) => ({ ...item, label: item.title, picture: item.posterUrl }))}
        onOpen={onItem}
        openLabel="Retention of"
      />
    </div>
  );
}
