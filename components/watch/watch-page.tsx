"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { ChannelLogo } from "../channels/channel-logo";
import { SearchField } from "../front/search-field";
import { PublicBar } from "../shell/public-bar";
import { Badge, Tally } from "../ui/badge";
import { GuideList } from "./guide-list";
import { LivePlayer } from "./live-player";
import { NowPlaying } from "./now-playing";
import { ShareButton } from "./share-button";
import { usePublicChannel } from "./use-public-channel";

interface WatchPageProps {
  slug: string;
  /** What the server knew when it rendered the page. */
  initial: PublicChannel;
  isSignedIn: boolean;
}

/** The page of a channel for everybody: the picture, what is on, and what comes. */
export function WatchPage({ slug, initial, isSignedIn }: WatchPageProps) {
  const { channel, isOnAir, lookAgain } = usePublicChannel(slug, initial);
  return (
    <>
      <PublicBar isSignedIn={isSignedIn}>
        <SearchField />
      </PublicBar>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-[160rem] gap-x-8 gap-y-6 pb-10 outline-none lg:grid-cols-[minmax(0,1fr)_22rem] lg:px-8 lg:pt-6 2xl:grid-cols-[minmax(0,1fr)_26rem]"
      >
        <div className="min-w-0">
          <LivePlayer
            channel={channel}
            isOnAir={isOnAir}
            onOffAir={lookAgain}
            keysOnPage
            className="max-h-[calc(100dvh-12rem)] rounded-none max-lg:sticky max-lg:top-(--bar-height) max-lg:z-10 lg:rounded-lg"
          />
          <div className="flex items-start gap-4 px-4 pt-5 lg:px-0">
            <ChannelLogo channel={channel} />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h1 className="font-semibold text-xl">{channel.name}</h1>
                {isOnAir ? (
                  <span className="flex items-center gap-1.5 font-semibold text-on-air text-xs">
                    <Tally />
                    ON AIR
                  </span>
                ) : (
                  <Badge>OFF AIR</Badge>
                )}
                <span className="ml-auto">
                  <ShareButton channel={channel} />
                </span>
              </div>
              {isOnAir ? (
                <NowPlaying channel={channel} />
              ) : (
                <p role="status" className="mt-1 min-h-16 text-muted">
                  Nothing plays right now. The picture comes back by itself when the channel does.
                </p>
              )}
              {channel.description && (
                <p className="mt-4 max-w-prose whitespace-pre-line text-muted">{channel.description}</p>
              )}
            </div>
          </div>
        </div>
        {isOnAir && <GuideList channel={channel} />}
      </main>
    </>
  );
}
