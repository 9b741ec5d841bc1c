"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import type { PublicChannel } from "@/core/channels/contract";
import { cn } from "../ui/cn";
import { useBeacons } from "./use-beacons";

const HlsPlayer = dynamic(() => import("../player/hls-player").then((module) => module.HlsPlayer), {
  ssr: false,
  loading: () => <div className="size-full bg-black" />,
});

/** A channel, playing. The frame keeps its size while the player is on its way. */
export function LivePlayer({ channel, className }: { channel: PublicChannel; className?: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useBeacons(frame, channel.id);
  return (
    <div ref={frame} className={cn("aspect-video w-full overflow-hidden bg-black", className)}>
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
