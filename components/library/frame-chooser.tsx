"use client";

import { Camera, MonitorPlay } from "lucide-react";
import { useState } from "react";
import { cueAt, type StoryboardCue } from "@/components/player/storyboard";
import { useStoryboard } from "@/components/player/use-storyboard";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/components/ui/format-time";
import type { ContentDetail } from "@/core/content/contract";

interface FrameChooserProps {
  item: ContentDetail;
  isBusy: boolean;
  playerSeconds: () => number | null;
  onTake: (atSeconds: number) => void;
}

/** Looks through an item in small pictures and takes one of its frames as artwork, or the one that the player shows. */
export function FrameChooser({ item, isBusy, playerSeconds, onTake }: FrameChooserProps) {
  const lengthSeconds = item.durationSeconds ?? 0;
  const [atSeconds, setAtSeconds] = useState(() => item.artwork?.atSeconds ?? Math.floor(lengthSeconds / 4));
  const cues = useStoryboard(item.storyboard?.vttUrl);
  const shown = cueAt(cues, atSeconds);
  return (
    <section aria-labelledby="choose-frame" className="rounded-lg border border-border p-4">
      <h3 id="choose-frame" className="eyebrow">
        Choose a frame
      </h3>
      <div className="mt-3 flex items-center gap-4">
        {shown && <Tile cue={shown} />}
        <p className="times text-xl">{formatDuration(atSeconds)}</p>
      </div>
      <input
        type="range"
        aria-label="Moment of the frame"
        aria-valuetext={formatDuration(atSeconds)}
        min={0}
        max={Math.max(0, Math.floor(lengthSeconds * 10) / 10)}
        step={0.1}
        value={Math.min(atSeconds, lengthSeconds)}
        onChange={(event) => setAtSeconds(Number(event.target.value))}
        className="mt-3 h-6 w-full accent-accent"
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button tone="primary" icon={<Camera aria-hidden />} disabled={isBusy} onClick={() => onTake(atSeconds)}>
          Use this frame
        </Button>
        <Button
          icon={<MonitorPlay aria-hidden />}
          disabled={isBusy}
          onClick={() => {
            const seconds = playerSeconds();
            if (seconds === null) return;
            const within = Math.min(seconds, lengthSeconds);
            setAtSeconds(within);
            onTake(within);
          }}
        >
          Use what the player shows
        </Button>
      </div>
    </section>
  );
}

/** One picture of the sprite. */
function Tile({ cue }: { cue: StoryboardCue }) {
  return (
    <span
      aria-hidden
      className="block shrink-0 rounded-sm bg-sunken"
      style={{
        width: cue.width,
        height: cue.height,
        backgroundImage: `url("${cue.url}")`,
        backgroundPosition: `-${cue.x}px -${cue.y}px`,
      }}
    />
  );
}
