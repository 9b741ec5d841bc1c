"use client";

import { Thumbnail } from "@/components/library/thumbnail";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReviewDetail } from "@/core/moderation/contract";

/** The player and hls.js come only when something is played. */
const HlsPlayer = later(() => import("@/components/player/hls-player").then((module) => module.HlsPlayer), {
  waiting: <Skeleton className="aspect-video w-full rounded-none" />,
});

/** The item as viewers would see it. */
export function ReviewPreview({ item }: { item: ReviewDetail }) {
  const { external, playback, title } = item;
  if (external) {
    return (
      <iframe
        src={`/preview/${item.id}`}
        title={`Preview of ${title}`}
        allow="autoplay; fullscreen; picture-in-picture"
        className="aspect-video w-full border-0"
      />
    );
  }
  if (!playback?.hls) return <Thumbnail url={item.thumbnailUrl} className="w-full rounded-none opacity-60" />;
  return (
    <HlsPlayer
      src={playback.hls}
      title={title}
      poster={item.posters.landscape?.url ?? item.thumbnailUrl}
      storyboardUrl={item.storyboard?.vttUrl}
      captions={item.captions}
      className="aspect-video w-full rounded-none"
    />
  );
}
