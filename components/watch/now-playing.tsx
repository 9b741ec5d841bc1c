"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { formatDuration, formatTime } from "../ui/format-time";
import { Progress } from "../ui/progress";
import { useNow } from "../ui/use-now";

/** What is on, how long it still runs, and what follows. Times are the viewer's own. */
export function NowPlaying({ channel: { now, next } }: { channel: PublicChannel }) {
  const nowMs = useNow();
  if (nowMs === null) return <div className="h-16" />;
  const [fromMs, toMs] = now ? [Date.parse(now.startsAt), Date.parse(now.endsAt)] : [0, 1];
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-lg">
        <span className="min-w-0 truncate">{now?.title ?? "A short break"}</span>
        {now && (
          <span className="times whitespace-nowrap text-muted text-sm">
            until {formatTime(toMs)}, {formatDuration((toMs - nowMs) / 1000)} left
          </span>
        )}
      </p>
      {now && (
        <Progress
          label={`${now.title}: how far it is`}
          percent={((nowMs - fromMs) / (toMs - fromMs)) * 100}
          className="mt-1.5 max-w-96"
        />
      )}
      {next && (
        <p className="mt-2 text-muted">
          Next, <time className="times">{formatTime(next.startsAt)}</time>:{" "}
          <span className="text-text">{next.title}</span>
        </p>
      )}
      {now?.description && <p className="mt-3 line-clamp-4 max-w-prose text-muted">{now.description}</p>}
    </div>
  );
}
