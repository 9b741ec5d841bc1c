"use client";

import { Pause, Play } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { OnNow } from "@/core/front/contract";
import { currentOf, percentOf } from "@/core/front/current";
import { buttonStyle } from "../ui/button";
import { cn } from "../ui/cn";
import { formatTime } from "../ui/format-time";
import { useNow } from "../ui/use-now";
import { Elapsed } from "./channel-tile";
import { LivePicture, useMotionWelcome } from "./live-picture";

/** The channel that most people watch, large and moving. */
export function Hero({ channel }: { channel: NonNullable<OnNow["featured"]> }) {
  const isWelcome = useMotionWelcome();
  const [isHalted, setHalted] = useState(false);
  const nowMs = useNow(10_000);
  const { now } = nowMs === null ? channel : currentOf(channel, nowMs);
  return (
    <section
      aria-labelledby="featured"
      className="relative isolate flex min-h-[26rem] flex-col justify-end overflow-hidden bg-black text-white sm:aspect-21/9 sm:max-h-[31rem] 2xl:max-h-[38rem] sm:w-full md:rounded-lg"
    >
      <LivePicture
        posterUrl={now?.posterUrl ?? null}
        hlsUrl={channel.hlsUrl}
        isLive={isWelcome && !isHalted}
        isFirst
        className="absolute inset-0 -z-20"
      />
      <div className="absolute inset-0 -z-10 bg-linear-to-t from-black via-black/55 to-black/10 sm:bg-linear-to-tr sm:from-black/95 sm:via-black/50 sm:to-transparent" />
      <div className="flex flex-col items-start px-4 pt-24 pb-7 sm:max-w-2xl sm:px-8 sm:pb-9 2xl:max-w-3xl">
        <p className="flex items-center gap-2 font-semibold text-sm">
          <span className="rounded-sm bg-[#c4121f] px-1.5 py-0.5 text-xs tracking-wide">LIVE</span>
          {channel.name}
        </p>
        <h2
          id="featured"
          className="mt-3 line-clamp-3 text-balance font-semibold text-[clamp(1.75rem,1.2rem+2vw,3.25rem)] leading-[1.1] tracking-[-0.022em]"
        >
          {now?.title ?? channel.name}
        </h2>
        <p className="times mt-2 min-h-5 text-white/85">
          {now && nowMs !== null && `${formatTime(now.startsAt)} – ${formatTime(now.endsAt)}`}
        </p>
        {channel.description && (
          <p className="mt-2 line-clamp-2 max-w-prose text-white/85 sm:line-clamp-3">{channel.description}</p>
        )}
        <Link
          href={`/watch/${channel.slug}`}
          prefetch={false}
          className={cn(
            buttonStyle({ size: "lg" }),
            "mt-5 border-transparent bg-white px-6 font-semibold text-black hover:bg-white/85 focus-visible:outline-white",
          )}
        >
          <Play className="fill-current" aria-hidden />
          Watch now
        </Link>
      </div>
      {isWelcome && (
        <button
          type="button"
          aria-label={isHalted ? "Let the picture move" : "Hold the picture"}
          onClick={() => setHalted(!isHalted)}
          className="absolute right-4 bottom-5 flex size-9 items-center justify-center rounded-full bg-black/60 hover:bg-black/80 focus-visible:outline-white"
        >
          {isHalted ? <Play className="size-4" aria-hidden /> : <Pause className="size-4" aria-hidden />}
        </button>
      )}
      {now && nowMs !== null && <Elapsed percent={percentOf(now, nowMs)} />}
    </section>
  );
}
