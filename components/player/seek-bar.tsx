"use client";

import { type PointerEvent, useRef, useState } from "react";
import { runtimeText } from "@/core/schedule/grid-text";
import { cueAt } from "./storyboard";
import { useStoryboard } from "./use-storyboard";

interface SeekBarProps {
  positionSeconds: number;
  durationSeconds: number;
  bufferedSeconds: number;
  storyboardUrl?: string;
  onSeek: (seconds: number) => void;
}

/** The time line of an item: press, drag or use the arrow keys; pointing shows the picture of that moment. */
export function SeekBar({ positionSeconds, durationSeconds, bufferedSeconds, storyboardUrl, onSeek }: SeekBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const cues = useStoryboard(storyboardUrl, pointed !== null);
  const length = Number.isFinite(durationSeconds) ? durationSeconds : 0;
  const share = (seconds: number) => (length > 0 ? `${Math.min(100, (seconds / length) * 100)}%` : "0%");
  const secondsAt = (event: PointerEvent) => {
    const box = bar.current!.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * length;
  };
  const cue = pointed === null ? null : cueAt(cues, pointed);

  return (
    <div
      ref={bar}
      role="slider"
      tabIndex={0}
      aria-label="Position"
      aria-valuemin={0}
      aria-valuemax={Math.round(length)}
      aria-valuenow={Math.round(positionSeconds)}
      aria-valuetext={`${runtimeText(positionSeconds * 1000)} of ${runtimeText(length * 1000)}`}
      className="group/seek relative flex h-4 w-full cursor-pointer touch-none items-center rounded-sm focus-visible:outline-white"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onSeek(secondsAt(event));
      }}
      onPointerMove={(event) => {
        setPointed(secondsAt(event));
        if (event.buttons === 1) onSeek(secondsAt(event));
      }}
      onPointerLeave={() => setPointed(null)}
    >
      <div className="relative h-1 w-full overflow-hidden rounded-full bg-white/25 group-hover/seek:h-1.5">
        <div className="absolute inset-y-0 left-0 bg-white/30" style={{ width: share(bufferedSeconds) }} />
        <div className="absolute inset-y-0 left-0 bg-white" style={{ width: share(positionSeconds) }} />
      </div>
      {pointed !== null && length > 0 && (
        <div
          className="pointer-events-none absolute bottom-5 flex -translate-x-1/2 flex-col items-center gap-1"
          style={{ left: `clamp(5rem, ${share(pointed)}, 100% - 5rem)` }}
        >
          {cue && (
            <div
              data-testid="storyboard-picture"
              className="rounded-sm border border-white/30 bg-black"
              style={{
                width: cue.width,
                height: cue.height,
                backgroundImage: `url("${cue.url}")`,
                backgroundPosition: `-${cue.x}px -${cue.y}px`,
              }}
            />
          )}
          <span className="times rounded-sm bg-black/80 px-1.5 py-0.5 text-white text-xs">
            {runtimeText(pointed * 1000)}
          </span>
        </div>
      )}
    </div>
  );
}
