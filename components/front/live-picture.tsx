"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { later } from "@/components/ui/later";
import { useMediaQuery } from "../ui/use-media-query";

/** hls.js comes with the first picture that moves. */
const LiveVideo = later(() => import("../channels/live-video").then((module) => module.LiveVideo));

interface LivePictureProps {
  /** Address of a poster, or null where the programme has none. */
  posterUrl: string | null;
  hlsUrl: string;
  /** The live picture is wanted; it comes if it can. */
  isLive: boolean;
  /** It is what one sees first. */
  isFirst?: boolean;
  className?: string;
}

/** The poster of what is on, and over it the channel as it is on air, silent, while it is wanted and seen. */
export function LivePicture({ posterUrl, hlsUrl, isLive, isFirst, className }: LivePictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(frame, isLive);
  return (
    <div ref={frame} className={className}>
      {posterUrl && (
        // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
        <img
          src={posterUrl}
          alt=""
          loading={isFirst ? "eager" : "lazy"}
          fetchPriority={isFirst ? "high" : "auto"}
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {isLive && isSeen && <LiveVideo src={hlsUrl} className="absolute inset-0 size-full object-cover" />}
    </div>
  );
}

/** Whether somebody may want to pay for moving pictures that they did not ask for. */
export function useMotionWelcome(): boolean {
  const isStillWanted = useMediaQuery("(prefers-reduced-motion: reduce)");
  const [isSaving, setSaving] = useState(true);
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    setSaving(connection?.saveData === true);
  }, []);
  return !isStillWanted && !isSaving;
}

/** True while the element is in sight, of a page that is in front. */
function useSeen(element: RefObject<HTMLElement | null>, isWanted: boolean): boolean {
  const [isInSight, setInSight] = useState(false);
  const [isInFront, setInFront] = useState(true);
  useEffect(() => {
    if (!isWanted || !element.current) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting === true));
    const look = () => setInFront(document.visibilityState === "visible");
    observer.observe(element.current);
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [element, isWanted]);
  return isInSight && isInFront;
}
