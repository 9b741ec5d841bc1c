"use client";

import { CalendarRange } from "lucide-react";
import Link from "next/link";
import type { Channel } from "@/core/channels/contract";
import { dayOf } from "@/core/schedule/grid-day";
import { useChannels } from "../channels/use-channels";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { useNow } from "../ui/use-now";
import { GuideSkeleton } from "./guide-skeleton";
import { ScheduleBoard } from "./schedule-board";
import { useGuideAddress } from "./use-guide-address";

interface SchedulePageProps {
  /** By the server's clock, which counts until the browser's does. */
  openedAtMs: number;
}

/** The guide: finds out which channel and day the address means, and teaches the first step when there is none. */
export function SchedulePage({ openedAtMs }: SchedulePageProps) {
  const channels = useChannels();
  const [address, go] = useGuideAddress();
  const nowMs = useNow() ?? openedAtMs;

  if (channels.isError && !channels.data) {
    return (
      <ErrorState
        title="The channels could not be loaded"
        error={channels.error}
        onRetry={() => channels.refetch()}
        retrying={channels.isFetching}
      />
    );
  }
  if (channels.isPending) return <GuideSkeleton />;
  const { items } = channels.data;
  const channel = items.find(({ id }) => id === address.channelId) ?? firstOf(items);
  if (!channel) {
    return (
      <EmptyState
        icon={<CalendarRange aria-hidden />}
        title="The guide needs a channel"
        action={
          <Button asChild tone="primary">
            <Link href="/channels">Create a channel</Link>
          </Button>
        }
      >
        <h1 className="sr-only">Schedule</h1>
        <p>A channel has a guide: drag what is ready onto its days, and it plays at that time.</p>
      </EmptyState>
    );
  }
  return (
    <ScheduleBoard
      channel={channel}
      channels={items}
      today={dayOf(nowMs, channel.timezone)}
      address={address}
      go={go}
    />
  );
}

/** What is on air first, then what was made first. */
function firstOf(channels: Channel[]): Channel | undefined {
  return channels.find(({ status }) => status === "published") ?? channels[0];
}
