"use client";

import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import { Skeleton } from "../ui/skeleton";
import { Addresses } from "./addresses";
import { AirPreviewButton } from "./air-preview";
import { LaunchChecklist } from "./launch-checklist";
import { NowNextLines } from "./now-next-lines";

/** hls.js comes only to pages that play something. */
const HlsPlayer = later(() => import("../player/hls-player").then((module) => module.HlsPlayer), {
  waiting: <Skeleton className="aspect-video w-full" />,
});

/** One channel at a glance: its picture, its programme, how ready it is, and where it can be found. */
export function ChannelOverview({ channel }: { channel: Channel }) {
  return (
    <div className="grid gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1.6fr)_minmax(20rem,1fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Preview channel={channel} />
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <NowNextLines channel={channel} />
          <AirPreviewButton channel={channel} />
        </div>
        {channel.description && <p className="max-w-prose whitespace-pre-line text-muted">{channel.description}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        <LaunchChecklist channelId={channel.id} />
        <Addresses channel={channel} />
      </div>
    </div>
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
