"use client";

import { CalendarRange, ExternalLink } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { Channel } from "@/core/channels/contract";
import { PageHeader } from "../shell/page-header";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { Addresses } from "./addresses";
import { ChannelActions } from "./channel-actions";
import { ChannelStatus } from "./channel-status";
import { LaunchChecklist } from "./launch-checklist";
import { NowNextLines } from "./now-next-lines";
import { useChannel } from "./use-channels";

/** hls.js comes only to pages that play something. */
const HlsPlayer = dynamic(() => import("../player/hls-player").then((module) => module.HlsPlayer), {
  ssr: false,
  loading: () => <Skeleton className="aspect-video w-full" />,
});

/** One channel: its picture, its programme, how ready it is, and where it can be found. */
export function ChannelPage({ id }: { id: string }) {
  const query = useChannel(id);
  const router = useRouter();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title="The channel could not be loaded"
        error={query.error}
        onRetry={() => query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  const channel = query.data;
  return (
    <>
      <PageHeader
        title={channel.name}
        aside={<ChannelStatus status={channel.status} />}
        actions={
          <ChannelActions channel={channel} onDeleted={() => router.replace("/channels")}>
            {channel.status === "published" && (
              <Button asChild>
                <a href={channel.watchUrl} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  Watch
                </a>
              </Button>
            )}
            <Button asChild>
              <Link href={`/schedule?channelId=${channel.id}`}>
                <CalendarRange aria-hidden />
                Schedule
              </Link>
            </Button>
          </ChannelActions>
        }
      />
      <div className="grid gap-x-8 gap-y-8 px-4 pb-10 md:px-6 xl:grid-cols-[minmax(0,1.6fr)_minmax(20rem,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Preview channel={channel} />
          <NowNextLines channel={channel} />
          {channel.description && <p className="max-w-prose whitespace-pre-line text-muted">{channel.description}</p>}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <LaunchChecklist channelId={channel.id} />
          <Addresses channel={channel} />
        </div>
      </div>
    </>
  );
}

function Preview({ channel }: { channel: Channel }) {
  if (channel.status === "published") {
    return <HlsPlayer src={channel.hlsUrl} title={`${channel.name}, live`} live autoPlay muted />;
  }
  return (
    <div className="flex aspect-video w-full flex-col items-center justify-center gap-1 rounded-md bg-sunken px-6 text-center">
      <p className="font-semibold text-lg">Off the air</p>
      <p className="max-w-sm text-muted">Publish the channel and its picture appears here, as viewers see it.</p>
    </div>
  );
}

function PageSkeleton() {
  return (
    <div
      className="grid gap-8 px-4 py-4 md:px-6 xl:grid-cols-[1.6fr_1fr]"
      role="status"
      aria-label="Loading the channel"
    >
      <Skeleton className="aspect-video w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
