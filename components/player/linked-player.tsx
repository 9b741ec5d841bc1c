"use client";

import { later } from "@/components/ui/later";
import type { ExternalSource } from "@/core/content/external";

/** Each player, with its library, comes only when it is used. */
const HlsPlayer = later(() => import("./hls-player").then((module) => module.HlsPlayer));
const DashPlayer = later(() => import("./dash-player").then((module) => module.DashPlayer));

/** Plays a manifest that lies on somebody else's server. Fills its frame. */
export function LinkedPlayer({ title, external }: { title: string; external: ExternalSource }) {
  const { format, url, isLive } = external;
  return (
    <main className="h-dvh w-dvw bg-black">
      {format === "dash" ? (
        <DashPlayer src={url} title={title} />
      ) : (
        <HlsPlayer src={url} title={title} live={isLive} className="aspect-auto h-full rounded-none" />
      )}
    </main>
  );
}
