"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

export interface CaptionTrack {
  language: string;
  label: string;
  url: string;
  isDefault: boolean;
}

export interface Captions {
  labels: string[];
  /** Index into `labels`; −1 when off. */
  chosen: number;
  choose: (index: number) => void;
}

/** Caption tracks of a media element, whether they came as `<track>` or inside the stream. */
export function useCaptions(video: RefObject<HTMLVideoElement | null>): Captions {
  const [tracks, setTracks] = useState<TextTrack[]>([]);
  const [chosen, setChosen] = useState(-1);

  useEffect(() => {
    const list = video.current?.textTracks;
    if (!list) return;
    const read = () => {
      const found = [...list].filter(({ kind }) => kind === "subtitles" || kind === "captions");
      setTracks(found);
      setChosen(found.findIndex(({ mode }) => mode === "showing"));
    };
    for (const name of ["addtrack", "removetrack", "change"]) list.addEventListener(name, read);
    read();
    return () => {
      for (const name of ["addtrack", "removetrack", "change"]) list.removeEventListener(name, read);
    };
  }, [video]);

  const choose = useCallback(
    (index: number) => {
      for (const [at, track] of tracks.entries()) track.mode = at === index ? "showing" : "disabled";
      setChosen(index);
    },
    [tracks],
  );
  return { labels: tracks.map(({ label, language }) => label || language || "Captions"), chosen, choose };
}
