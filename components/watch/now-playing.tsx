"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { currentOf, percentOf } from "@/core/front/current";
import { formatDuration, formatTime } from "../ui/format-time";
import { Progress } from "../ui/progress";
import { useNow } from "../ui/use-now";

/** What is on, how long it still runs, and what follows. Times are the viewer's own. */
export function NowPlaying({ channel }: { channel: PublicChannel }) {
  const nowMs = useNow();
  const { now, next } = nowMs === null ? channel : currentOf(channel, nowMs);
  return (
    <div className="mt-1 min-h-16">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-lg">
        <span className="min-w-0 truncate">{now?.title ?? "A short break"}</span>
        {now && nowMs !== null && (
          <span className="times whitespace-nowrap text-muted text-sm">
            until {formatTime(now.endsAt)}, {formatDuration((Date.parse(now.endsAt) - nowMs) / 1000)} left
          </span>
        )}
      </p>
      {now && (
        <Progress
          label={`${now.title}: how far it is`}
          percent={nowMs === null ? 0 : percentOf(now, nowMs)}
          className="mt-1.5 max-w-96"
        />
      )}
      {next && (
        <p className="mt-2 text-muted">
          Next{nowMs !== null && <time className="times">, {formatTime(next.startsAt)}</time>}:{" "}
          <span className="text-text">{next.title}</span>
        </p>
      )}
      {now?.description && <p className="mt-3 line-clamp-4 max-w-prose text-muted">{now.description}</p>}
    </div>
  );
}
