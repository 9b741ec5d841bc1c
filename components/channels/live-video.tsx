"use client";

import { useEffect, useRef } from "react";
import { useHls } from "../player/use-hls";

/** The channel as it is on air, small and silent, in the lowest quality that fits. */
export function LiveVideo({ src, className }: { src: string; className?: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const { state } = useHls(video, { src, live: true });
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const start = () => void element.play().catch(() => {}); // it stays a still picture
    element.addEventListener("loadeddata", start);
    return () => element.removeEventListener("loadeddata", start);
  }, []);
  return (
    <video
      ref={video}
      muted
      playsInline
      tabIndex={-1}
      aria-hidden
      className={className}
      hidden={state.name !== "ready"}
    />
  );
}
