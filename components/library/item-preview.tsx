"use client";

import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentDetail } from "@/core/content/contract";
import { FailedNotice } from "./failed-notice";
import { ModerationNotice } from "./moderation-notice";
import { PlayerPoster } from "./player-poster";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";

/** The player and hls.js come only when something is played. */
const HlsPlayer = later(() => import("@/components/player/hls-player").then((module) => module.HlsPlayer), {
  waiting: <Skeleton className="aspect-video w-full rounded-none" />,
});

/** What the frame of a linked item's player may do. */
const MAY = "autoplay; fullscreen; picture-in-picture";

/** Its picture until somebody wants the player; then the player, which begins if it was asked to. */
export type PlayerUse = "none" | "stands" | "plays";

interface ItemPreviewProps {
  item: ContentDetail;
  use: PlayerUse;
  onPlay: () => void;
}

/** The item as viewers will see it, or how far it is from that, and what moderators say of it. */
export function ItemPreview(props: ItemPreviewProps) {
  const { item } = props;
  return (
    <>
      {item.status !== "blocked" && <Preview {...props} />}
      <ModerationNotice item={item} />
    </>
  );
}

function Preview({ item, use, onPlay }: ItemPreviewProps) {
  const { playback } = item;
  if (playback && item.external) {
    const src = `/preview/${item.id}`;
    return <iframe src={src} title={`Preview of ${item.title}`} allow={MAY} className="aspect-video w-full border-0" />;
  }
  const poster = item.posters.landscape?.url ?? item.thumbnailUrl;
  if (playback?.hls && use === "none") return <PlayerPoster title={item.title} poster={poster} onPlay={onPlay} />;
  if (playback?.hls) {
    return (
      <HlsPlayer
        src={playback.hls}
        title={item.title}
        poster={poster}
        autoPlay={use === "plays"}
        takesFocus={use === "plays"}
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
