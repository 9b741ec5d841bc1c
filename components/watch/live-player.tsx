"use client";

import { useRef } from "react";
import { preload } from "react-dom";
import type { PublicChannel } from "@/core/channels/contract";
import { HlsPlayer } from "../player/hls-player";
import { cn } from "../ui/cn";
import { useBeacons } from "./use-beacons";

interface LivePlayerProps {
  channel: PublicChannel;
  /** False once the channel has left the air; the player stays and goes on when it is back. */
  isOnAir: boolean;
  onOffAir: () => void;
  keysOnPage?: boolean;
  pageUrl?: string;
  className?: string;
}

/** A channel, playing. The picture of what is on stands there before any script runs. */
export function LivePlayer({ channel, isOnAir, onOffAir, keysOnPage, pageUrl, className }: LivePlayerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const poster = channel.now?.posterUrl;
  if (poster) preload(poster, { as: "image", fetchPriority: "high" });
  useBeacons(frame, channel.id);
  return (
    <div ref={frame} className={cn("aspect-video w-full overflow-hidden bg-black", className)}>
      <HlsPlayer
        src={channel.hlsUrl}
        title={`${channel.name}, live`}
        poster={poster}
        live
        autoPlay
        isOnAir={isOnAir}
        onOffAir={onOffAir}
        keysOnPage={keysOnPage}
        pageUrl={pageUrl}
        className="size-full rounded-none"
      />
    </div>
  );
}
