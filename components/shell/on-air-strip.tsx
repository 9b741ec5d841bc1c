"use client";

import { airingText, useAiringNow } from "@/components/channels/use-channels";
import { Tally } from "@/components/ui/badge";
import { formatDuration, formatTime, zoneName } from "@/components/ui/format-time";
import { IntentLink } from "@/components/ui/intent-link";
import { Skeleton } from "@/components/ui/skeleton";
import { Tooltip } from "@/components/ui/tooltip";
import { useNow } from "@/components/ui/use-now";
import { useClockZone } from "./clock-zone";
import { type OnAirChannel, useOnAir } from "./use-on-air";

/** Every channel that is on air, what it plays and how long that still runs. Visible on every page. */
export function OnAirStrip() {
  const { onAir, isPending, isError } = useOnAir();
  if (isPending) return <Skeleton className="h-5 w-40" />;
  if (isError) return <p className="truncate text-muted text-sm">What is on air is not known right now</p>;
  if (onAir.length === 0) {
    return (
      <p className="flex items-center gap-2 truncate text-muted text-sm">
        <span className="size-2 shrink-0 rounded-full border border-border-strong" aria-hidden />
        Nothing on air
      </p>
    );
  }
  return (
    <ul
      aria-label="On air"
      className="flex gap-1 overflow-x-auto [mask-image:linear-gradient(to_right,black_calc(100%-1.5rem),transparent)] [scrollbar-width:none]"
    >
      {onAir.map((entry) => (
        <li key={entry.channel.id} className="min-w-0 shrink-0">
          <OnAirChip {...entry} />
        </li>
      ))}
    </ul>
  );
}

function OnAirChip({ channel, guide }: OnAirChannel) {
  const airing = useAiringNow(channel.id, guide?.now === null).data;
  const playing = guide?.now?.title ?? airingText(airing) ?? "";
  const next = guide?.next
    ? `Next: ${guide.next.title} at ${formatTime(guide.next.startsAt, channel.timezone)}`
    : "Nothing planned next";
  return (
    <Tooltip label={`${channel.name}: ${playing || "…"}. ${next}`}>
      <IntentLink
        href={`/schedule?channelId=${channel.id}`}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Tally />
        <span className="sr-only">On air:</span>
        <span className="max-w-36 truncate font-medium">{channel.name}</span>
        <span className="hidden max-w-52 truncate text-muted lg:inline">{playing}</span>
        {guide?.now && <Remaining until={guide.now.endsAt} />}
        <LocalTime timeZone={channel.timezone} />
      </IntentLink>
    </Tooltip>
  );
}

function Remaining({ until }: { until: string }) {
  const nowMs = useNow();
  if (nowMs === null) return null;
  const seconds = (new Date(until).getTime() - nowMs) / 1000;
  return <span className="times hidden text-faint sm:inline">−{formatDuration(seconds)}</span>;
}

/** The time where the channel is, unless the clock of the bar shows it already. */
function LocalTime({ timeZone }: { timeZone: string }) {
  const nowMs = useNow();
  const [clockZone] = useClockZone();
  if (nowMs === null) return null;
  const zone = zoneName(timeZone, nowMs);
  if (zone === zoneName(clockZone || undefined, nowMs)) return null;
  return (
    <span className="times hidden rounded-sm bg-sunken px-1 text-muted text-xs xl:inline">
      {formatTime(nowMs, timeZone)} {zone}
    </span>
  );
}
