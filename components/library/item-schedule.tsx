"use client";

import Link from "next/link";
import { useChannels } from "@/components/channels/use-channels";
import { formatDayTime, zoneName } from "@/components/ui/format-time";
import type { ContentDetail } from "@/core/content/contract";

const SHOWN = 6;

/** Where the item is going to be on air, each line leading to that day of the guide. */
export function ItemSchedule({ usedBy }: Pick<ContentDetail, "usedBy">) {
  const channels = useChannels().data?.items ?? [];
  const more = usedBy.length - SHOWN;
  if (usedBy.length === 0) return <p className="text-muted text-sm">Not on any schedule from now on.</p>;
  return (
    <>
      <ul className="flex flex-col text-sm">
        {usedBy.slice(0, SHOWN).map(({ blockId, channelId, startsAt }) => {
          const channel = channels.find(({ id }) => id === channelId);
          return (
            <li key={blockId} className="border-border border-t first:border-t-0">
              <Link
                prefetch={false}
                href={`/schedule?channelId=${channelId}&day=${dayOf(startsAt, channel?.timezone)}`}
                className="flex items-baseline justify-between gap-3 rounded-sm py-1.5 hover:text-accent"
              >
                <span className="truncate">{channel?.name ?? "Channel"}</span>
                <time dateTime={startsAt} className="whitespace-nowrap text-muted">
                  {formatDayTime(startsAt, channel?.timezone)} {zoneName(channel?.timezone, startsAt)}
                </time>
              </Link>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="mt-1 text-muted text-sm">and {more.toLocaleString()} more</p>}
    </>
  );
}

/** The calendar day of an instant where the channel is, as the guide's address writes it. */
function dayOf(at: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(at),
  );
}
