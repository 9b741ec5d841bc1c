"use client";

import type { PublicChannel } from "@/core/channels/contract";
import { LivePlayer } from "./live-player";
import { OffAir } from "./off-air";
import { usePublicChannel } from "./use-public-channel";

/** Nothing but the player, for the frame of another site. */
export function EmbedPage({ slug, initial }: { slug: string; initial: PublicChannel | null }) {
  const { data: channel } = usePublicChannel(slug, initial);
  if (!channel) return <OffAir />;
  return (
    <main className="h-dvh w-dvw bg-black">
      <h1 className="sr-only">{channel.name}</h1>
      <LivePlayer channel={channel} className="aspect-auto h-full" />
    </main>
  );
}
