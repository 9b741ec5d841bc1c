"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Plays a DASH manifest with dash.js and the browser's own controls. */
export function DashPlayer({ src, title }: { src: string; title: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another player
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let ended = false;
    let stop = () => {};
    setProblem(null);
    const fail = () => setProblem("The manifest or a part of it could not be loaded from its server.");
    import("dashjs").then(({ MediaPlayer }) => {
      if (ended) return;
      const player = MediaPlayer().create();
      player.on(MediaPlayer.events.ERROR, fail);
      player.on(MediaPlayer.events.PLAYBACK_ERROR, fail);
      player.initialize(element, src, false);
      stop = () => player.destroy();
    }, fail);
    return () => {
      ended = true;
      stop();
    };
  }, [src, attempt]);

  return (
    <div className="relative h-full w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: captions come inside the stream. */}
      <video ref={video} controls playsInline crossOrigin="anonymous" aria-label={title} className="size-full" />
      {problem && (
        <div
          role="alert"
          className="absolute inset-0 grid place-content-center gap-3 bg-black/80 p-4 text-center text-white"
        >
          <p>{problem}</p>
          <p>
            <Button onClick={() => setAttempt((before) => before + 1)}>Try again</Button>
          </p>
        </div>
      )}
    </div>
  );
}
