"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatDayTime } from "@/components/ui/format-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useActivity } from "./account-queries";
import { actionWords, actorWords } from "./action-words";
import { SectionHead } from "./section-head";

/** What was done with the account, newest first. */
export function ActivityView() {
  const [page, setPage] = useState(1);
  const activity = useActivity(page);
  const items = activity.data?.items ?? [];
  const pages = activity.data ? Math.max(1, Math.ceil(activity.data.total / activity.data.perPage)) : 1;
  return (
    <>
      <SectionHead title="Activity">
        What was opened, closed or removed, by whom. Something here that nobody did? Sign out the others, change your
        password, revoke the key.
      </SectionHead>
      {activity.isPending && <ActivitySkeleton />}
      {activity.isError && !activity.data && (
        <ErrorState
          title="The activity could not be loaded"
          error={activity.error}
          retrying={activity.isFetching}
          onRetry={() => void activity.refetch()}
        />
      )}
      {activity.data?.total === 0 && (
        <EmptyState icon={<History aria-hidden />} title="Nothing yet" className="py-10">
          New keys, TVs that sign in, what is published and what is deleted appear here.
        </EmptyState>
      )}
      {items.length > 0 && (
        <ol className="border-border border-t" aria-busy={activity.isPlaceholderData}>
          {items.map((entry) => (
            <li
              key={entry.id}
              className="flex flex-col gap-x-4 border-border border-b py-2.5 sm:flex-row sm:items-baseline"
            >
              <time dateTime={entry.at} className="times w-44 shrink-0 whitespace-nowrap text-muted text-sm">
                {formatDayTime(entry.at)}
              </time>
              <p className="min-w-0 flex-1 break-words">
                {actionWords(entry.action)} <span className="font-medium">{entry.target.name}</span>
              </p>
              <p className="shrink-0 text-muted text-sm">{actorWords(entry.actor)}</p>
            </li>
          ))}
        </ol>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex items-center gap-3">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <span className="text-muted text-sm">
            Page {page} of {pages}
          </span>
          <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </nav>
      )}
    </>
  );
}

function ActivitySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 border-border border-t pt-4">
      {["w-80", "w-64", "w-96", "w-72"].map((width) => (
        <Skeleton key={width} className={`h-4 max-w-full ${width}`} />
      ))}
    </div>
  );
}
