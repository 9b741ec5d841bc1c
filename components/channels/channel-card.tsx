"use client";

import { CalendarRange, ExternalLink, Eye } from "lucide-react";
import { useRef, useState } from "react";
import { IntentLink } from "@/components/ui/intent-link";
import type { Channel } from "@/core/channels/contract";
import { IconButton } from "../ui/icon-button";
import { useInView } from "../ui/use-in-view";
import { ChannelActions } from "./channel-actions";
import { ChannelLogo } from "./channel-logo";
import { ChannelPicture } from "./channel-picture";
import { ChannelStatus } from "./channel-status";
import { CopyButton } from "./copy-button";
import { NowNextLines } from "./now-next-lines";

interface ChannelCardProps {
  channel: Channel;
  /** Who watches this moment; null while it is not known. */
  viewers: number | null;
}

/** One channel at a glance. Pointing at it, or reaching it by keyboard, shows its live picture. */
export function ChannelCard({ channel, viewers }: ChannelCardProps) {
  const [isPointedAt, setPointedAt] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const isSeen = useInView(card);
  const isOnAir = channel.status === "published";
  return (
    <li
      ref={card}
      aria-label={channel.name}
      className="relative flex flex-col overflow-hidden rounded-lg border border-border bg-surface transition-colors [contain-intrinsic-size:auto_24rem] [content-visibility:auto] hover:border-border-strong"
      onPointerEnter={(event) => event.pointerType === "mouse" && setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setPointedAt(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setPointedAt(false)}
    >
      <div className="relative">
        <ChannelPicture channel={channel} isPointedAt={isPointedAt} isSeen={isSeen} />
        <span className="absolute top-3 left-3">
          <ChannelStatus status={channel.status} />
        </span>
        {isOnAir && viewers !== null && (
          <span className="times absolute top-3 right-3 flex items-center gap-1.5 rounded-sm bg-black/75 px-1.5 py-0.5 font-medium text-white text-xs">
            <Eye className="size-3.5" aria-hidden />
            {viewers.toLocaleString()}
            <span className="sr-only">{viewers === 1 ? "viewer" : "viewers"}</span>
          </span>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div className="flex min-w-0 items-center gap-3">
          <ChannelLogo channel={channel} className="size-9" />
          <div className="min-w-0">
            <IntentLink
              href={`/channels/${channel.id}`}
              className="block truncate rounded-sm font-semibold text-lg hover:underline"
            >
              {channel.name}
            </IntentLink>
            <p className="truncate text-muted text-sm">{channel.timezone.replaceAll("_", " ")}</p>
          </div>
        </div>
        <div className="min-h-16">
          <NowNextLines channel={channel} isSeen={isSeen} />
        </div>
        <div className="mt-auto flex items-center gap-1">
          <IconButton asChild label={`Schedule of ${channel.name}`}>
            <IntentLink href={`/schedule?channelId=${channel.id}`}>
              <CalendarRange aria-hidden />
            </IntentLink>
          </IconButton>
          {isOnAir && (
            <CopyButton text={channel.hlsUrl} label={`HLS address of ${channel.name}`}>
              HLS
            </CopyButton>
          )}
          {isOnAir && (
            <IconButton asChild label={`Watch ${channel.name}`}>
              <a href={channel.watchUrl} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden />
              </a>
            </IconButton>
          )}
          <span className="ml-auto flex items-center gap-1">
            <ChannelActions channel={channel} size="sm" />
          </span>
        </div>
      </div>
    </li>
  );
}
