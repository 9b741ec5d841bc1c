"use client";

import { type RefObject, useEffect, useState } from "react";

/** What the controls show of a media element. */
export interface MediaState {
  isPaused: boolean;
  isMuted: boolean;
  volume: number;
  positionSeconds: number;
  durationSeconds: number;
  bufferedSeconds: number;
  isWaiting: boolean;
  isFullscreen: boolean;
  isInPicture: boolean;
}

const EVENTS = [
  "play",
  "pause",
  "playing",
  "waiting",
  "seeking",
  "seeked",
  "timeupdate",
  "progress",
  "durationchange",
  "volumechange",
  "ended",
  "emptied",
  "loadeddata",
  "enterpictureinpicture",
  "leavepictureinpicture",
] as const;

const BEFORE: MediaState = {
  isPaused: true,
  isMuted: false,
  volume: 1,
  positionSeconds: 0,
  durationSeconds: Number.NaN,
  bufferedSeconds: 0,
  isWaiting: false,
  isFullscreen: false,
  isInPicture: false,
};

export function useMedia(video: RefObject<HTMLVideoElement | null>, frame: RefObject<HTMLElement | null>): MediaState {
  const [media, setMedia] = useState(BEFORE);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let isWaiting = false;
    const read = (event?: Event) => {
      if (event?.type === "waiting") isWaiting = true;
      if (event && ["playing", "pause", "emptied", "loadeddata"].includes(event.type)) isWaiting = false;
      // A step within the last picture ends at once, and still nothing follows it.
      if (event?.type === "seeked") isWaiting &&= element.readyState < element.HAVE_FUTURE_DATA;
      setMedia({
        isPaused: element.paused,
        isMuted: element.muted || element.volume === 0,
        volume: element.volume,
        positionSeconds: element.currentTime,
        durationSeconds: element.duration,
        bufferedSeconds: bufferedAhead(element),
        isWaiting,
        isFullscreen: document.fullscreenElement !== null && document.fullscreenElement === frame.current,
        isInPicture: document.pictureInPictureElement === element,
      });
    };
    for (const name of EVENTS) element.addEventListener(name, read);
    document.addEventListener("fullscreenchange", read);
    read();
    return () => {
      for (const name of EVENTS) element.removeEventListener(name, read);
      document.removeEventListener("fullscreenchange", read);
    };
  }, [video, frame]);
  return media;
}

/** End of the buffer that the playhead stands in. */
function bufferedAhead({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime + 0.5 && currentTime <= buffered.end(index)) return buffered.end(index);
  }
  return currentTime;
}
