"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { LivePlayer } from "./live-player";
import { usePublicChannel } from "./use-public-channel";

/** Nothing but the player, for the frame of another site. */
export function EmbedPage({ slug, initial }: { slug: string; initial: PublicChannel }) {
  const { channel, isOnAir, lookAgain } = usePublicChannel(slug, initial);
  return (
    <main className="h-dvh w-dvw bg-black">
      <h1 className="sr-only">{channel.name}</h1>
      <LivePlayer
        channel={channel}
        isOnAir={isOnAir}
        onOffAir={lookAgain}
        keysOnPage
        pageUrl={channel.watchUrl}
        className="aspect-auto h-full"
      />
    </main>
  );
}
