"use client";

import {
  Captions,
  ExternalLink,
  Maximize,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  Settings2,
  Volume2,
  VolumeX,
} from "lucide-react";
import { runtimeText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";
import { PlayerButton, playerButtonStyle } from "./player-button";
import type { PlayerActions } from "./player-keys";
import { PlayerMenu } from "./player-menu";
import { SeekBar } from "./seek-bar";
import type { Captions as CaptionChoice } from "./use-captions";
import type { Stream } from "./use-hls";
import type { MediaState } from "./use-media";

interface PlayerControlsProps {
  media: MediaState;
  stream: Stream;
  captions: CaptionChoice;
  actions: PlayerActions & { seekTo: (seconds: number) => void; setVolume: (volume: number) => void };
  live: { isAtEdge: boolean; goToEdge: () => void } | null;
  storyboardUrl?: string;
  /** The page of the channel, from the frame of another site. */
  pageUrl?: string;
  isVisible: boolean;
}

/** The bar over the lower edge of the picture. */
export function PlayerControls(props: PlayerControlsProps) {
  const { media, stream, captions, actions, live, storyboardUrl, pageUrl, isVisible } = props;
  const qualities = [
    { value: -1, label: "Automatic", aside: stream.playingHeight ? `${stream.playingHeight}p` : undefined },
    ...stream.levels.map(({ index, height, bitrateKbps }) => ({
      value: index,
      label: `${height}p`,
      aside: `${(bitrateKbps / 1000).toFixed(1)} Mbit/s`,
    })),
  ];
  return (
    <div
      className={cn(
        "absolute inset-x-0 bottom-0 bg-linear-to-t from-black/80 to-transparent px-3 pt-10 pb-1.5 transition-opacity duration-150",
        !isVisible && "pointer-events-none opacity-0 focus-within:pointer-events-auto focus-within:opacity-100",
      )}
    >
      {!live && (
        <SeekBar
          positionSeconds={media.positionSeconds}
          durationSeconds={media.durationSeconds}
          bufferedSeconds={media.bufferedSeconds}
          storyboardUrl={storyboardUrl}
          onSeek={actions.seekTo}
        />
      )}
      <div className="flex items-center gap-0.5 text-white">
        <PlayerButton label={media.isPaused ? "Play (K)" : "Pause (K)"} onClick={actions.togglePlay}>
          {media.isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        </PlayerButton>
        <PlayerButton label={media.isMuted ? "Sound on (M)" : "Sound off (M)"} onClick={actions.toggleMute}>
          {media.isMuted ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
        </PlayerButton>
        <input
          type="range"
          aria-label="Volume"
          min={0}
          max={1}
          step={0.05}
          value={media.isMuted ? 0 : media.volume}
          onChange={(event) => actions.setVolume(event.target.valueAsNumber)}
          className="hidden h-1 w-20 accent-white focus-visible:outline-white sm:block"
        />
        {live ? (
          <button
            type="button"
            onClick={live.goToEdge}
            aria-label={live.isAtEdge ? "Live" : "Go to live"}
            className={cn(
              "ml-2 inline-flex h-6 items-center gap-1.5 rounded-sm px-1.5 font-semibold text-xs tracking-wide focus-visible:outline-white",
              live.isAtEdge ? "bg-[#c4121f] text-white" : "bg-white/20 text-white hover:bg-white/30",
            )}
          >
            <span className="size-1.5 rounded-full bg-current" aria-hidden />
            {live.isAtEdge ? "LIVE" : "GO TO LIVE"}
          </button>
        ) : (
          <span className="times ml-2 text-sm text-white/90">
            {runtimeText(media.positionSeconds * 1000)}
            <span className="text-white/70">
              {" / "}
              {Number.isFinite(media.durationSeconds) ? runtimeText(media.durationSeconds * 1000) : "–:––"}
            </span>
          </span>
        )}
        <span className="flex-1" />
        {captions.labels.length > 0 && (
          <PlayerMenu
            label="Captions (C)"
            icon={<Captions aria-hidden />}
            options={[{ value: -1, label: "Off" }, ...captions.labels.map((label, value) => ({ value, label }))]}
            chosen={captions.chosen}
            onChoose={captions.choose}
          />
        )}
        {stream.levels.length > 1 && (
          <PlayerMenu
            label="Quality"
            icon={<Settings2 aria-hidden />}
            options={qualities}
            chosen={stream.chosenLevel}
            onChoose={stream.chooseLevel}
          />
        )}
        <PlayerButton
          label="Picture in picture (I)"
          aria-pressed={media.isInPicture}
          className="max-sm:hidden"
          onClick={actions.togglePicture}
        >
          <PictureInPicture2 aria-hidden />
        </PlayerButton>
        {pageUrl && (
          <a
            href={pageUrl}
            target="_blank"
            rel="noopener"
            aria-label="Open the channel's page"
            title="Open the channel's page"
            className={playerButtonStyle}
          >
            <ExternalLink aria-hidden />
          </a>
        )}
        <PlayerButton
          label={media.isFullscreen ? "Leave fullscreen (F)" : "Fullscreen (F)"}
          onClick={actions.toggleFullscreen}
        >
          {media.isFullscreen ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
        </PlayerButton>
      </div>
    </div>
  );
}
