"use client";

import { type RefObject, useEffect, useState } from "react";
import { rememberedSound } from "./sound-memory";

/**
 * Starts the stream with its first picture, as loud as it was left, and without sound where the browser insists. A
 * stream that begins anew goes on by itself, unless the viewer had stopped it: loading pauses an element without the
 * event that a person's pause brings.
 */
export function useAutoPlay(
  video: RefObject<HTMLVideoElement | null>,
  { autoPlay = false, muted }: { autoPlay?: boolean; muted: boolean },
) {
  const [isSilenced, setSilenced] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const sound = rememberedSound();
    element.volume = sound.volume;
    element.muted = muted || sound.isMuted;
    if (!autoPlay) return;
    let isHeld = false;
    const start = () => {
      if (isHeld) return;
      element.play().catch((refusal: DOMException) => {
        if (refusal.name !== "NotAllowedError" || element.muted) return;
        element.muted = true;
        setSilenced(true);
        return element.play().catch(() => {});
      });
    };
    const held = () => {
      isHeld = true;
    };
    const going = () => {
      isHeld = false;
    };
    element.addEventListener("loadeddata", start);
    element.addEventListener("pause", held);
    element.addEventListener("play", going);
    return () => {
      element.removeEventListener("loadeddata", start);
      element.removeEventListener("pause", held);
      element.removeEventListener("play", going);
    };
  }, [video, autoPlay, muted]);
  return { isSilenced, setSilenced };
}
