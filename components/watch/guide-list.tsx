"use client";

import { useState } from "react";
import type { PublicChannel } from "@/core/channels/contract";
import { guideDays, guideWindow } from "@/core/guide/guide-window";
import { Button } from "../ui/button";
import { shownZone } from "../ui/format-time";
import { Skeleton } from "../ui/skeleton";
import { useNow } from "../ui/use-now";
import { GuideDayChoice } from "./guide-day-choice";
import { GuideRow } from "./guide-row";
import { useGuide } from "./use-public-channel";

/** What the channel shows, a day at a time, for a week. */
export function GuideList({ channel }: { channel: PublicChannel }) {
  const nowMs = useNow(10_000);
  const [chosen, choose] = useState(0);
  const days = nowMs === null ? [] : guideDays(nowMs, shownZone());
  const day = days[chosen];
  // One question a quarter of an hour: what has ended since is left out below.
  const asksAtMs = nowMs && Math.floor(nowMs / 900_000) * 900_000;
  const query = useGuide(channel.slug, day && asksAtMs ? guideWindow(day, asksAtMs, shownZone()) : null);
  const programmes = (query.data?.programmes ?? []).filter(
    ({ endsAt }) => nowMs === null || Date.parse(endsAt) > nowMs,
  );
  return (
    <aside
      aria-labelledby="guide"
      className="min-w-0 px-4 lg:max-h-[calc(100dvh-var(--bar-height)-3rem)] lg:overflow-y-auto lg:px-0"
    >
      <div className="sticky top-0 z-[1] bg-canvas pb-1">
        <h2 id="guide" className="pb-2 font-semibold text-lg">
          Guide
        </h2>
        <GuideDayChoice days={days} chosen={chosen} onChoose={choose} />
      </div>
      {(query.isPending || nowMs === null) && !query.isError && <Skeleton className="mt-2 h-64 w-full" />}
      {query.isError && !query.data && (
        <p role="alert" className="flex items-center justify-between gap-3 py-2 text-muted">
          The guide could not be loaded.
          <Button size="sm" busy={query.isFetching} onClick={() => query.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {query.data && nowMs !== null && programmes.length === 0 && (
        <p className="py-2 text-muted">Nothing is announced for this day.</p>
      )}
      {nowMs !== null && (
        <ol className="divide-y divide-border">
          {programmes.map((programme) => (
            <GuideRow key={programme.startsAt} programme={programme} nowMs={nowMs} />
          ))}
        </ol>
      )}
    </aside>
  );
}
