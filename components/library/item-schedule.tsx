"use client";

import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { useChannels } from "@/components/channels/use-channels";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDayTime, zoneName } from "@/components/ui/format-time";
import { IntentLink } from "@/components/ui/intent-link";
import type { ContentDetail } from "@/core/content/contract";

const SHOWN_FIRST = 6;

/** Where the item is going to be on air, each line leading to that day of the guide. */
export function ItemSchedule({ usedBy }: Pick<ContentDetail, "usedBy">) {
  const channels = useChannels().data?.items ?? [];
  const [isWhole, setWhole] = useState(usedBy.length <= SHOWN_FIRST);
  if (usedBy.length === 0) {
    return (
      <EmptyState icon={<CalendarRange aria-hidden />} title="Not on any schedule" className="py-6">
        Find it in the bin beside the{" "}
        <IntentLink href="/schedule" className="font-medium text-accent underline-offset-4 hover:underline">
          schedule
        </IntentLink>{" "}
        and drag it onto a channel.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="flex flex-col text-sm">
        {(isWhole ? usedBy : usedBy.slice(0, SHOWN_FIRST)).map(({ blockId, channelId, startsAt }) => {
          const channel = channels.find(({ id }) => id === channelId);
          return (
            <li key={blockId} className="border-border border-t first:border-t-0">
              <IntentLink
                href={`/schedule?channelId=${channelId}&day=${dayOf(startsAt, channel?.timezone)}`}
                className="flex items-baseline justify-between gap-3 rounded-sm py-1.5 hover:text-accent"
              >
                <span className="truncate">{channel?.name ?? "Channel"}</span>
                <time dateTime={startsAt} className="whitespace-nowrap text-muted">
                  {formatDayTime(startsAt, channel?.timezone)} {zoneName(channel?.timezone, startsAt)}
                </time>
              </IntentLink>
            </li>
          );
        })}
      </ul>
      {!isWhole && (
        <Button size="sm" className="mt-2" onClick={() => setWhole(true)}>
          Show all {usedBy.length.toLocaleString()}
        </Button>
      )}
    </>
  );
}

/** The calendar day of an instant where the channel is, as the guide's address writes it. */
function dayOf(at: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(at),
  );
}
