"use client";

import type { NowNext, PublicChannel } from "@/core/channels/contract";
import { Thumbnail } from "../library/thumbnail";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { formatDay, formatTime } from "../ui/format-time";
import { Skeleton } from "../ui/skeleton";
import { useNow } from "../ui/use-now";
import { useGuide } from "./use-public-channel";

/** The next day of the channel, as a list. */
export function GuideList({ channel }: { channel: PublicChannel }) {
  const query = useGuide(channel.slug);
  const nowMs = useNow();
  const programmes = (query.data?.programmes ?? []).filter(
    ({ endsAt }) => nowMs === null || Date.parse(endsAt) > nowMs,
  );
  return (
    <aside aria-labelledby="guide" className="min-w-0 px-4 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:px-0">
      <h2 id="guide" className="sticky top-0 bg-canvas pb-2 font-semibold">
        Guide
      </h2>
      {(query.isPending || nowMs === null) && <Skeleton className="h-64 w-full" />}
      {query.isError && !query.data && (
        <p role="alert" className="flex items-center justify-between gap-3 text-muted">
          The guide could not be loaded.
          <Button size="sm" busy={query.isFetching} onClick={() => query.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {query.data && nowMs !== null && programmes.length === 0 && (
        <p className="text-muted">Nothing is announced for the next 24 hours.</p>
      )}
      {nowMs !== null && (
        <ol className="divide-y divide-border">
          {programmes.map((programme, index) => (
            <Row
              key={programme.startsAt}
              programme={programme}
              nowMs={nowMs}
              before={programmes[index - 1]?.startsAt ?? new Date(nowMs).toISOString()}
            />
          ))}
        </ol>
      )}
    </aside>
  );
}

function Row({ programme, nowMs, before }: { programme: NowNext; nowMs: number; before: string }) {
  const isNow = Date.parse(programme.startsAt) <= nowMs;
  const day = formatDay(programme.startsAt);
  return (
    <>
      {!isNow && day !== formatDay(before) && <li className="eyebrow py-2">{day}</li>}
      <li className="flex items-center gap-3 py-2.5" aria-current={isNow ? "true" : undefined}>
        <time
          dateTime={programme.startsAt}
          className={cn("w-17 shrink-0 whitespace-nowrap", isNow ? "font-semibold text-on-air" : "text-muted")}
        >
          {isNow ? "Now" : formatTime(programme.startsAt)}
        </time>
        <Thumbnail url={programme.posterUrl} className="w-19" />
        <span className={cn("line-clamp-2 min-w-0 flex-1", isNow && "font-semibold")}>{programme.title}</span>
      </li>
    </>
  );
}
