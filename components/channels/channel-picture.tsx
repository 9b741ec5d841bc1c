"use client";

import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import { useRested } from "../ui/use-rested";
import { ChannelLogo } from "./channel-logo";
import { useNowNext } from "./use-channels";

/** hls.js comes with the first channel that is pointed at. */
const LiveVideo = later(() => import("./live-video").then((module) => module.LiveVideo));

/** Whoever only crosses the page starts no stream. */
const REST_MS = 300;

interface ChannelPictureProps {
  channel: Channel;
  isPointedAt: boolean;
  isSeen: boolean;
}

/** What a channel looks like now: the picture of its programme, and the live picture while somebody points at it. */
export function ChannelPicture({ channel, isPointedAt, isSeen }: ChannelPictureProps) {
  const now = useNowNext(channel, isSeen).data?.now;
  const isOnAir = channel.status === "published";
  const isLive = useRested(isPointedAt && isOnAir, REST_MS);
  return (
    <div className="relative aspect-video overflow-hidden bg-sunken">
      {isOnAir && now?.posterUrl ? (
        // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
        <img src={now.posterUrl} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <span className="flex size-full flex-col items-center justify-center gap-2 text-muted text-sm">
          <ChannelLogo channel={channel} />
          {isOnAir ? "No picture of this programme" : "Off the air"}
        </span>
      )}
      {isLive && <LiveVideo src={channel.hlsUrl} className="absolute inset-0 size-full object-cover" />}
    </div>
  );
}
