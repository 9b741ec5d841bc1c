"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { cn } from "../ui/cn";
import { PlayerControls } from "./player-controls";
import { playerKeys, usePageKeys } from "./player-keys";
import { PlayerOverlay } from "./player-overlay";
import { rememberSound } from "./sound-memory";
import { useAutoPlay } from "./use-auto-play";
import { type CaptionTrack, useCaptions } from "./use-captions";
import { useHls } from "./use-hls";
import { useMedia } from "./use-media";

export interface HlsPlayerProps {
  /** Address of a master playlist. */
  src: string;
  /** What is played, for screen readers. */
  title: string;
  poster?: string | null;
  /** A channel: no time line, a badge that leads to "now", and no giving up. */
  live?: boolean;
  /** Starts by itself, without sound where the browser insists. */
  autoPlay?: boolean;
  muted?: boolean;
  /** Where in an item it begins. */
  startSeconds?: number;
  /** Address of the WebVTT index of thumbnails. */
  storyboardUrl?: string;
  captions?: CaptionTrack[];
  onFatal?: (message: string) => void;
  /** Of a channel: whether it is known to be on the air. When it comes back, the player asks at once. */
  isOnAir?: boolean;
  /** The channel was found to have left the air. */
  onOffAir?: () => void;
  /** It was asked for by a button that is gone since: its keys work at once. */
  takesFocus?: boolean;
  /** Its keys work wherever on the page nothing else has the focus. */
  keysOnPage?: boolean;
  /** Leads from the frame of another site to the channel's page. */
  pageUrl?: string;
  className?: string;
}

const HIDE_AFTER_MS = 2500;
/** Behind the live position by less than this counts as live. */
const EDGE_SECONDS = 12;

/** Plays a channel or an item, and mends what breaks on the way by itself. */
export function HlsPlayer(props: HlsPlayerProps) {
  const { src, title, poster, live = false, autoPlay, muted = false, storyboardUrl, captions = [], className } = props;
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const stream = useHls(video, { src, live, isOnAir: props.isOnAir, onFatal: props.onFatal });
  const media = useMedia(video, frame);
  const captionChoice = useCaptions(video);
  const { isAwake, wake } = useAwake();
  const { isSilenced, setSilenced } = useAutoPlay(video, { autoPlay, muted });

  const { startSeconds } = props;
  useEffect(() => {
    const element = video.current;
    if (!element || startSeconds === undefined) return;
    const seek = () => {
      element.currentTime = startSeconds;
    };
    element.addEventListener("loadedmetadata", seek, { once: true });
    return () => element.removeEventListener("loadedmetadata", seek);
  }, [startSeconds]);

  const act = (change: (element: HTMLVideoElement) => void) => () => {
    if (video.current) change(video.current);
  };
  const goToEdge = act((element) => {
    const edge = stream.liveEdge();
    if (edge !== null) element.currentTime = edge;
    element.play().catch(() => {});
  });
  const togglePlay = act((element) => {
    if (element.paused) element.play().catch(() => {});
    else element.pause();
  });
  const setVolume = (volume: number) =>
    act((element) => {
      element.volume = Math.min(1, Math.max(0, volume));
      element.muted = element.volume === 0;
      rememberSound({ volume: element.volume, isMuted: element.muted });
    })();
  const actions = {
    togglePlay,
    toggleMute: act((element) => {
      element.muted = !element.muted;
      if (!element.muted && element.volume === 0) element.volume = 0.5;
      rememberSound({ volume: element.volume, isMuted: element.muted });
      setSilenced(false);
    }),
    toggleFullscreen: () => toggleFullscreen(frame.current, video.current),
    togglePicture: () => togglePicture(video.current),
    nextCaption: () => {
      const next = captionChoice.chosen + 1;
      captionChoice.choose(next >= captionChoice.labels.length ? -1 : next);
    },
    seekBy: (seconds: number) => act((element) => seekTo(element, element.currentTime + seconds))(),
    seekTo: (seconds: number) => act((element) => seekTo(element, seconds))(),
    changeVolume: (by: number) => setVolume((video.current?.volume ?? 1) + by),
    setVolume,
  };
  const edge = stream.liveEdge();
  const isAtEdge = edge === null || media.positionSeconds >= edge - EDGE_SECONDS;
  const onKeyDown = playerKeys(actions);
  usePageKeys(props.keysOnPage === true, onKeyDown);
  // It is told when it happens, not when the listener changes.
  const onOffAir = useRef(props.onOffAir);
  onOffAir.current = props.onOffAir;
  const isOff = stream.state.name === "off-air";
  useEffect(() => {
    if (isOff) onOffAir.current?.();
  }, [isOff]);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) video.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pointer wake the controls inside.
    <div
      ref={frame}
      className={cn(
        "group/player relative aspect-video w-full overflow-hidden rounded-md bg-black",
        !isAwake && !media.isPaused && "cursor-none",
        className,
      )}
      onPointerMove={wake}
      onKeyDown={(event) => {
        wake();
        onKeyDown(event);
      }}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: captions come with the content or inside the stream. */}
      <video
        ref={video}
        className="size-full"
        aria-label={title}
        tabIndex={0}
        playsInline
        preload="auto"
        crossOrigin="anonymous"
        poster={poster ?? undefined}
        onClick={togglePlay}
        onDoubleClick={actions.toggleFullscreen}
      >
        {captions.map(({ url, language, label, isDefault }) => (
          <track key={url} kind="subtitles" src={url} srcLang={language} label={label} default={isDefault} />
        ))}
      </video>
      <PlayerOverlay
        state={stream.state}
        isCutOff={stream.isCutOff}
        isWaiting={media.isWaiting}
        isPaused={media.isPaused}
        isSilenced={isSilenced && media.isMuted}
        onPlay={togglePlay}
        onUnmute={actions.toggleMute}
        onRetry={stream.retry}
      />
      <PlayerControls
        media={media}
        stream={stream}
        captions={captionChoice}
        actions={actions}
        live={live ? { isAtEdge: isAtEdge && !media.isPaused, goToEdge } : null}
        storyboardUrl={storyboardUrl}
        pageUrl={props.pageUrl}
        isVisible={isAwake || media.isPaused}
      />
    </div>
  );
}

function useAwake() {
  const [isAwake, setAwake] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wake = useCallback(() => {
    setAwake(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAwake(false), HIDE_AFTER_MS);
  }, []);
  useEffect(() => {
    wake();
    return () => clearTimeout(timer.current);
  }, [wake]);
  return { isAwake, wake };
}

function seekTo(element: HTMLVideoElement, seconds: number): void {
  const { seekable } = element;
  if (seekable.length === 0) return;
  element.currentTime = Math.min(Math.max(seconds, seekable.start(0)), seekable.end(seekable.length - 1));
}

function toggleFullscreen(frame: HTMLElement | null, video: HTMLVideoElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (frame?.requestFullscreen) void frame.requestFullscreen().catch(() => {});
  // On iPhones only the video itself can fill the screen.
  else (video as (HTMLVideoElement & { webkitEnterFullscreen?: () => void }) | null)?.webkitEnterFullscreen?.();
}

function togglePicture(video: HTMLVideoElement | null): void {
  if (document.pictureInPictureElement) void document.exitPictureInPicture();
  else void video?.requestPictureInPicture?.().catch(() => {});
}
