"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { ChannelLogo } from "../channels/channel-logo";
import { Tally } from "../ui/badge";
import { GuideList } from "./guide-list";
import { LivePlayer } from "./live-player";
import { NowPlaying } from "./now-playing";
import { OffAir } from "./off-air";
import { usePublicChannel } from "./use-public-channel";

interface WatchPageProps {
  slug: string;
  /** What the server knew when it rendered the page; null while the channel is off the air. */
  initial: PublicChannel | null;
}

/** The page of a channel for everybody: the picture, what is on, and what comes today. */
export function WatchPage({ slug, initial }: WatchPageProps) {
  const { data: channel } = usePublicChannel(slug, initial);
  if (!channel) return <OffAir />;
  return (
    <main className="mx-auto grid w-full max-w-[110rem] gap-x-8 gap-y-6 pb-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:px-8 lg:pt-8 2xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="min-w-0">
        <LivePlayer
          channel={channel}
          className="max-h-[calc(100dvh-10rem)] rounded-none max-lg:sticky max-lg:top-0 max-lg:z-10 lg:rounded-md"
        />
        <div className="flex items-start gap-4 px-4 pt-5 lg:px-0">
          <ChannelLogo channel={channel} />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="font-semibold text-xl">{channel.name}</h1>
              <span className="flex items-center gap-1.5 font-semibold text-on-air text-xs">
                <Tally />
                ON AIR
              </span>
            </div>
            <NowPlaying channel={channel} />
            {channel.description && (
              <p className="mt-4 max-w-prose whitespace-pre-line text-muted">{channel.description}</p>
            )}
          </div>
        </div>
      </div>
      <GuideList channel={channel} />
    </main>
  );
}
