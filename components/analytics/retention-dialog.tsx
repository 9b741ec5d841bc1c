"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useContentDetail } from "@/components/library/content-queries";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatDuration } from "@/components/ui/format-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { Retention } from "@/core/analytics/contract";
import { useRetention } from "./analytics-queries";
import { ChartReader } from "./chart-reader";
import { ChartTable } from "./chart-table";
import { watchText } from "./figure-text";
import { COUNT_STEPS } from "./metrics";

const HEIGHT_PX = 240;

/** How much of an item was watched, from its first to its last second. */
export function RetentionDialog({ contentItemId, onClose }: { contentItemId: string; onClose: () => void }) {
  const item = useContentDetail(contentItemId).data;
  const retention = useRetention(contentItemId);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={item ? `How “${item.title}” was watched` : "How it was watched"}
      description="Each moment against the one that was watched most, over all time."
      footer={
        <Button asChild>
          <Link href={`/library/${contentItemId}`}>Open in the library</Link>
        </Button>
      }
    >
      {retention.isPending && <Skeleton className="h-[240px] w-full" />}
      {retention.isError && (
        <ErrorState
          title="The curve could not be loaded"
          error={retention.error}
          retrying={retention.isFetching}
          onRetry={() => void retention.refetch()}
        />
      )}
      {retention.data && <Curve {...retention.data} />}
    </Dialog>
  );
}

function Curve({ points }: Retention) {
  const xs = useMemo(() => points.map(({ positionSeconds }) => positionSeconds), [points]);
  const ys = useMemo(() => points.map(({ share }) => share * 100), [points]);
  if (!points.some(({ watchSeconds }) => watchSeconds > 0)) {
    return <EmptyState title="Nobody has watched it yet">Its curve begins with the first viewer.</EmptyState>;
  }
  const percent = (value: number) => `${Math.round(value)} %`;
  return (
    <div className="pb-3">
      <ChartReader
        label="Share of viewers by moment"
        figureOf={(index) => percent(ys[index] ?? 0)}
        textOf={(index) =>
          `at ${formatDuration(xs[index] ?? 0)}, ${watchText(points[index]?.watchSeconds ?? 0)} in all`
        }
        whole="Point at the line, or go along it with the arrow keys."
        xs={xs}
        ys={ys}
        xIsTime={false}
        heightPx={HEIGHT_PX}
        xText={formatDuration}
        yText={percent}
        ySteps={COUNT_STEPS}
      />
      <ChartTable
        caption="Share of viewers by moment"
        heads={["Moment", "Share", "Watched"]}
        rows={() =>
          points.map((point) => [
            formatDuration(point.positionSeconds),
            percent(point.share * 100),
            watchText(point.watchSeconds),
          ])
        }
      />
    </div>
  );
}
