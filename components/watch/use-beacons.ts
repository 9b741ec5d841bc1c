"use client";

import { type RefObject, useEffect } from "react";
import { browserPost, tabSession } from "./beacon-post";
import { WatchBeacons } from "./beacons";

/** As an advertisement counts as seen: half of it, for a second. */
const SEEN_SHARE = 0.5;
const SEEN_MS = 1_000;

/** Sends beacons for the player inside `frame`, wherever in it the video is: media events are caught on their way down. */
export function useBeacons(frame: RefObject<HTMLElement | null>, channelId: string): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const beacons = new WatchBeacons({ sessionId: tabSession(), channelId }, browserPost);
    const playing = () => beacons.playing();
    const stopped = () => beacons.stopped();
    const leave = () => beacons.leave();
    // A page that is taken out of the browser's cache goes on where it was, without a new `playing`.
    const back = (event: PageTransitionEvent) => {
      const video = element.querySelector("video");
      if (event.persisted && video && !video.paused) beacons.playing();
    };
    element.addEventListener("playing", playing, true);
    for (const name of ["pause", "ended", "emptied"]) element.addEventListener(name, stopped, true);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", back);
    const unwatch = whenSeen(element, () => beacons.seen());
    return () => {
      element.removeEventListener("playing", playing, true);
      for (const name of ["pause", "ended", "emptied"]) element.removeEventListener(name, stopped, true);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", back);
      unwatch();
      beacons.leave();
    };
  }, [frame, channelId]);
}

function whenSeen(element: HTMLElement, seen: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if ((entry?.intersectionRatio ?? 0) >= SEEN_SHARE) timer = setTimeout(seen, SEEN_MS);
    },
    { threshold: SEEN_SHARE },
  );
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
