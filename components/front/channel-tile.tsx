"use client";

import Link from "next/link";
import { useState } from "react";
import type { OnNowChannel } from "@/core/front/contract";
import { currentOf, percentOf } from "@/core/front/current";
import { ChannelLogo } from "../channels/channel-logo";
import { formatTime } from "../ui/format-time";
import { useNow } from "../ui/use-now";
import { useRested } from "../ui/use-rested";
import { LivePicture } from "./live-picture";

/** Whoever only crosses the page starts no stream. */
const REST_MS = 400;
/** Progress and times of many tiles need no second. */
const STEP_MS = 10_000;

/** A channel with what it shows now and next: a row on a phone, a card elsewhere. Pointing at it shows its live picture. */
export function ChannelTile({ channel }: { channel: OnNowChannel }) {
  const [isPointedAt, setPointedAt] = useState(false);
  const isLive = useRested(isPointedAt, REST_MS);
  const nowMs = useNow(STEP_MS);
  const { now, next } = nowMs === null ? channel : currentOf(channel, nowMs);
  return (
    <li className="min-w-0">
      <Link
        href={`/watch/${channel.slug}`}
        prefetch={false}
        className="group flex gap-3 rounded-lg sm:block"
        onPointerEnter={(event) => event.pointerType === "mouse" && setPointedAt(true)}
        onPointerLeave={() => setPointedAt(false)}
        onFocus={() => setPointedAt(true)}
        onBlur={() => setPointedAt(false)}
      >
        <span className="relative block aspect-video w-36 shrink-0 overflow-hidden rounded-lg bg-sunken ring-border-strong transition-shadow duration-150 group-hover:ring-2 sm:w-full">
          {!now?.posterUrl && (
            <span className="absolute inset-0 flex items-center justify-center bg-linear-to-br from-accent-soft to-sunken">
              <ChannelLogo channel={channel} className="bg-transparent text-2xl text-accent" />
            </span>
          )}
          <LivePicture
            posterUrl={now?.thumbnailUrl ?? null}
            hlsUrl={channel.hlsUrl}
            isLive={isLive}
            className="absolute inset-0"
          />
          {now && nowMs !== null && <Elapsed percent={percentOf(now, nowMs)} />}
        </span>
        <span className="flex min-w-0 flex-1 items-start gap-3 sm:mt-3">
          <ChannelLogo channel={channel} className="hidden size-9 text-base sm:flex" />
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 font-semibold leading-snug underline-offset-2 group-hover:underline sm:line-clamp-1">
              {now?.title ?? "A short break"}
            </span>
            <span className="mt-0.5 block truncate text-muted text-sm">{channel.name}</span>
            <span className="times mt-0.5 block min-h-4.5 truncate text-faint text-sm">
              {nowMs !== null && timesText(now, next)}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}

function timesText(now: OnNowChannel["now"], next: OnNowChannel["next"]): string {
  if (next) return `${formatTime(next.startsAt)} ${next.title}`;
  return now ? `until ${formatTime(now.endsAt)}` : "";
}

/** Along the lower edge of the picture. The times beside it say the same in words. */
export function Elapsed({ percent }: { percent: number }) {
  return (
    <span className="absolute inset-x-0 bottom-0 h-1 bg-black/50" aria-hidden>
      <span className="block h-full origin-left bg-on-air" style={{ transform: `scaleX(${percent / 100})` }} />
    </span>
  );
}
