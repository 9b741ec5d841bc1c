"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentDetail } from "@/core/content/contract";
import { FailedNotice } from "./failed-notice";
import { ModerationNotice } from "./moderation-notice";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";

/** The player and hls.js come only when something is played. */
const HlsPlayer = dynamic(() => import("@/components/player/hls-player").then((module) => module.HlsPlayer), {
  ssr: false,
  loading: () => <Skeleton className="aspect-video w-full rounded-none" />,
});

/** What the frame of a linked item's player may do. */
const MAY = "autoplay; fullscreen; picture-in-picture";

/** The item as viewers will see it, or how far it is from that, and what moderators say of it. */
export function ItemPreview({ item }: { item: ContentDetail }) {
  return (
    <>
      {item.status !== "blocked" && <Preview item={item} />}
      <ModerationNotice item={item} />
    </>
  );
}

function Preview({ item }: { item: ContentDetail }) {
  const { playback } = item;
  if (playback && item.external) {
    const src = `/preview/${item.id}`;
    return <iframe src={src} title={`Preview of ${item.title}`} allow={MAY} className="aspect-video w-full border-0" />;
  }
  if (playback?.hls) {
    return (
      <HlsPlayer
        src={playback.hls}
        title={item.title}
        poster={item.posters.landscape?.url ?? item.thumbnailUrl}
        storyboardUrl={item.storyboard?.vttUrl}
        captions={item.captions}
        className="aspect-video w-full"
      />
    );
  }
  if (item.status === "failed") return <FailedNotice item={item} />;
  return (
    <div className="relative border-border border-b">
      <Thumbnail url={item.thumbnailUrl} className="w-full rounded-none opacity-60" />
      <div className="absolute inset-x-5 bottom-4 rounded-md border border-border bg-raised px-3 py-2.5">
        <StatusView item={item} />
      </div>
    </div>
  );
}
