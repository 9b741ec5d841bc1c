"use client";

import { CalendarRange, ExternalLink, Plus, RadioTower } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { PageHeader } from "../shell/page-header";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { ChannelActions } from "./channel-actions";
import { ChannelForm } from "./channel-form";
import { ChannelLogo } from "./channel-logo";
import { ChannelStatus } from "./channel-status";
import { CopyButton } from "./copy-button";
import { NowNextLines } from "./now-next-lines";
import { useChannels } from "./use-channels";

/** All channels of the creator, with what is on each of them this moment. */
export function ChannelsPage() {
  const query = useChannels();
  const router = useRouter();
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      New channel
    </Button>
  );
  const count = query.data?.total ?? 0;
  return (
    <>
      <PageHeader
        title="Channels"
        aside={count > 0 && <span className="times">{count}</span>}
        actions={count > 0 && create}
      />
      {query.isPending && <ListSkeleton />}
      {query.isError && !query.data && (
        <ErrorState
          title="The channels could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data && count === 0 && (
        <EmptyState icon={<RadioTower aria-hidden />} title="Run your first channel" action={create}>
          <ol className="mt-2 flex list-decimal flex-col gap-1 pl-5 text-left">
            <li>Create a channel. It begins as a draft that only you can see.</li>
            <li>Lay your content on its guide.</li>
            <li>Publish it: every TV and browser can play it, day and night.</li>
          </ol>
        </EmptyState>
      )}
      {query.data && count > 0 && (
        <ul className="border-border border-t">
          {query.data.items.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {isCreating && (
        <ChannelForm onClose={() => setCreating(false)} onDone={({ id }) => router.push(`/channels/${id}`)} />
      )}
    </>
  );
}

function ChannelRow({ channel }: { channel: Channel }) {
  return (
    <li
      aria-label={channel.name}
      className="grid items-center gap-x-6 gap-y-3 border-border border-b px-4 py-4 hover:bg-hover md:px-6 xl:grid-cols-[minmax(14rem,1fr)_minmax(16rem,1.3fr)_27rem]"
    >
      <div className="flex min-w-0 items-center gap-3">
        <ChannelLogo channel={channel} />
        <div className="min-w-0">
          <Link href={`/channels/${channel.id}`} className="block truncate font-semibold text-lg hover:underline">
            {channel.name}
          </Link>
          <div className="mt-0.5 flex items-center gap-2 text-muted text-sm">
            <ChannelStatus status={channel.status} />
            <span className="truncate">{channel.timezone.replaceAll("_", " ")}</span>
          </div>
        </div>
      </div>
      <NowNextLines channel={channel} />
      <div className="flex flex-wrap items-center gap-2 xl:justify-end">
        <Button asChild size="sm">
          <Link href={`/schedule?channelId=${channel.id}`}>
            <CalendarRange aria-hidden />
            Schedule
          </Link>
        </Button>
        {channel.status === "published" && (
          <>
            <CopyButton text={channel.hlsUrl} label={`HLS address of ${channel.name}`}>
              HLS
            </CopyButton>
            <Button asChild size="sm">
              <a href={channel.watchUrl} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden />
                Watch
              </a>
            </Button>
          </>
        )}
        <ChannelActions channel={channel} size="sm" />
      </div>
    </li>
  );
}

function ListSkeleton() {
  return (
    <div className="flex flex-col gap-3 px-4 md:px-6" role="status" aria-label="Loading channels">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-20 w-full" />
      ))}
    </div>
  );
}
