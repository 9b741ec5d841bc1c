"use client";

import type { Channel, NowNext } from "@/core/channels/contract";
import { clockText } from "@/core/schedule/grid-text";
import { Progress } from "../ui/progress";
import { Skeleton } from "../ui/skeleton";
import { useNow } from "../ui/use-now";
import { airingText, useAiringNow, useNowNext } from "./use-channels";

/** What a channel plays now, how far it is, and what comes next. */
export function NowNextLines({ channel, isSeen = true }: { channel: Channel; isSeen?: boolean }) {
  const query = useNowNext(channel, isSeen);
  const airing = useAiringNow(channel.id, isSeen && query.data?.now === null).data;
  if (channel.status === "draft") return <p className="text-muted">Not published: nobody can watch it yet.</p>;
  if (query.isPending) return <Skeleton className="h-10 w-full max-w-80" />;
  if (query.isError) return <p className="text-muted">What is on air is not known right now.</p>;
  const { now, next } = query.data;
  return (
    <dl className="flex min-w-0 flex-col gap-1.5">
      <Line term="Now" programme={now} timeZone={channel.timezone} fallback={airingText(airing) ?? "…"} />
      {now && <Elapsed {...now} />}
      <Line term="Next" programme={next} timeZone={channel.timezone} fallback="Nothing is planned" />
    </dl>
  );
}

interface LineProps {
  term: string;
  programme: NowNext | null;
  timeZone: string;
  fallback: string;
}

function Line({ term, programme, timeZone, fallback }: LineProps) {
  return (
    <div className="flex min-w-0 items-baseline gap-2.5">
      <dt className="w-9 shrink-0 text-muted text-sm">{term}</dt>
      <dd className="flex min-w-0 flex-1 items-baseline gap-2.5">
        {programme ? (
          <>
            <span className="min-w-0 truncate font-medium">{programme.title}</span>
            <span className="times whitespace-nowrap text-muted text-sm">
              {clockText(Date.parse(programme.startsAt), timeZone, "minutes")}–
              {clockText(Date.parse(programme.endsAt), timeZone, "minutes")}
            </span>
          </>
        ) : (
          <span className="truncate text-muted">{fallback}</span>
        )}
      </dd>
    </div>
  );
}

function Elapsed({ title, startsAt, endsAt }: NowNext) {
  const nowMs = useNow();
  const [fromMs, toMs] = [Date.parse(startsAt), Date.parse(endsAt)];
  const percent = nowMs === null ? 0 : ((nowMs - fromMs) / (toMs - fromMs)) * 100;
  return <Progress label={`${title}: how far it is`} percent={percent} className="ml-11.5 max-w-72" />;
}
