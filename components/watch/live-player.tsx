"use client";

import dynamic from "next/dynamic";
import type { PublicChannel } from "@/core/channels/contract";
import { cn } from "../ui/cn";

const HlsPlayer = dynamic(() => import("../player/hls-player").then((module) => module.HlsPlayer), {
  ssr: false,
  loading: () => <div className="size-full bg-black" />,
});

/** A channel, playing. The frame keeps its size while the player is on its way. */
export function LivePlayer({ channel, className }: { channel: PublicChannel; className?: string }) {
  return (
    <div className={cn("aspect-video w-full overflow-hidden bg-black", className)}>
      <HlsPlayer
        src={channel.hlsUrl}
        title={`${channel.name}, live`}
        poster={channel.now?.posterUrl}
        live
        autoPlay
        className="size-full rounded-none"
      />
    </div>
  );
}
