"use client";

import type Hls from "hls.js";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { faultOf } from "./fault-of";
import { hlsConfig } from "./hls-config";
import { isGone, type PlaybackFault, recoveryFrom } from "./recovery";
import { watchForSleep } from "./watch-for-sleep";

export type StreamState =
  | { name: "loading" }
  | { name: "ready" }
  /** Something broke and the player is mending it. */
  | { name: "recovering" }
  /** The channel is not on air; the player keeps asking. */
  | { name: "off-air" }
  | { name: "failed"; message: string };

export interface QualityLevel {
  index: number;
  height: number;
  bitrateKbps: number;
}

export interface Stream {
  state: StreamState;
  /** Nothing comes from the network just now. What is buffered plays on. */
  isCutOff: boolean;
  levels: QualityLevel[];
  /** Chosen level, −1 for automatic. */
  chosenLevel: number;
  playingHeight: number | null;
  chooseLevel: (index: number) => void;
  /** Where "now" is in media time; null while unknown or not live. */
  liveEdge: () => number | null;
  retry: () => void;
}

/** Steady playback for this long forgives earlier faults. */
const STEADY_MS = 20_000;

/** Plays an HLS address in a video element and keeps it playing: see {@link recoveryFrom}. */
export function useHls(
  video: RefObject<HTMLVideoElement | null>,
  source: { src: string; live: boolean; isOnAir?: boolean; onFatal?: (message: string) => void },
): Stream {
  const { src, live } = source;
  const onFatal = useRef(source.onFatal);
  onFatal.current = source.onFatal;
  const hls = useRef<Hls | null>(null);
  const retryNow = useRef<() => void>(() => {});
  /** What is to be done about a fault, while there is one. */
  const mend = useRef<(() => void) | null>(null);
  const [state, setState] = useState<StreamState>({ name: "loading" });
  const [isCutOff, setCutOff] = useState(false);
  const [levels, setLevels] = useState<QualityLevel[]>([]);
  const [chosenLevel, setChosenLevel] = useState(-1);
  const [playingHeight, setPlayingHeight] = useState<number | null>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let ended = false;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let steady: ReturnType<typeof setTimeout> | undefined;
    setState({ name: "loading" });
    setCutOff(!navigator.onLine);
    setLevels([]);

    const begin = async () => {
      clearTimeout(timer);
      mend.current = null;
      hls.current?.destroy();
      hls.current = null;
      if (playsItself(element)) {
        element.src = src;
        element.load();
        return;
      }
      const { default: HlsPlayer } = await import("hls.js").catch(() => ({ default: null }));
      if (ended) return;
      if (!HlsPlayer) return fault({ kind: "network", isSource: false, httpStatus: null }, begin);
      if (!HlsPlayer.isSupported()) return fail("This browser cannot play HLS video.");
      const player = new HlsPlayer(hlsConfig(live));
      hls.current = player;
      player.on(HlsPlayer.Events.MANIFEST_PARSED, (_, parsed) =>
        setLevels(
          parsed.levels
            .map(({ height, bitrate }, index) => ({ index, height, bitrateKbps: Math.round(bitrate / 1000) }))
            .sort((a, b) => b.height - a.height),
        ),
      );
      player.on(HlsPlayer.Events.LEVEL_SWITCHED, (_, { level }) =>
        setPlayingHeight(player.levels[level]?.height ?? null),
      );
      // What the buffer carried over never stood still, so no event of the element tells that it is mended.
      player.on(HlsPlayer.Events.FRAG_BUFFERED, () => {
        arrived();
        if (!mend.current && element.readyState >= element.HAVE_CURRENT_DATA) settled();
      });
      player.on(HlsPlayer.Events.ERROR, (_, error) => {
        // While the browser is offline hls.js waits for the network by itself, and never calls it fatal.
        if (error.type === HlsPlayer.ErrorTypes.NETWORK_ERROR) setCutOff(true);
        if (!error.fatal) return;
        fault(faultOf(error), begin);
      });
      player.attachMedia(element);
      player.loadSource(src);
    };

    const fail = (message: string) => {
      setState({ name: "failed", message });
      onFatal.current?.(message);
    };

    function fault(what: PlaybackFault, again: () => void) {
      clearTimeout(steady);
      steady = undefined;
      const recovery = recoveryFrom(what, failures, live);
      failures += 1;
      if (recovery.step === "giveUp") {
        return fail(isGone(what) ? "This video is no longer there." : "This video could not be played.");
      }
      setState(live && isGone(what) ? { name: "off-air" } : { name: "recovering" });
      const act = () => {
        clearTimeout(timer);
        mend.current = null;
        if (recovery.step === "recoverMedia") hls.current?.recoverMediaError();
        else if (recovery.step === "startLoad") hls.current?.startLoad();
        else again();
      };
      mend.current = act;
      timer = setTimeout(act, recovery.afterMs);
    }

    const offline = () => setCutOff(true);
    // What was on its way when the network went still comes in, and hls.js does not fail a second time.
    const arrived = () => setCutOff(!navigator.onLine);
    const settled = () => {
      arrived();
      setState((before) => (before.name === "ready" ? before : { name: "ready" }));
      steady ??= setTimeout(() => {
        failures = 0;
      }, STEADY_MS);
    };
    const nativeError = () => {
      if (hls.current || !playsItself(element)) return;
      const kind = element.error?.code === MediaError.MEDIA_ERR_DECODE ? "other" : "network";
      fault({ kind, isSource: element.readyState === 0, httpStatus: null }, begin);
    };
    // What was lost is asked for at once; a stream that its buffer carried over the gap only goes on loading.
    const online = () => {
      setCutOff(false);
      return mend.current ? mend.current() : hls.current?.startLoad();
    };
    const unwatch = live
      ? watchForSleep(element, () => {
          failures = 0;
          setState({ name: "recovering" });
          void begin();
        })
      : () => {};
    element.addEventListener("playing", settled);
    element.addEventListener("loadeddata", settled);
    element.addEventListener("error", nativeError);
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    retryNow.current = begin;
    void begin();

    return () => {
      ended = true;
      clearTimeout(timer);
      clearTimeout(steady);
      unwatch();
      element.removeEventListener("playing", settled);
      element.removeEventListener("loadeddata", settled);
      element.removeEventListener("error", nativeError);
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
      hls.current?.destroy();
      hls.current = null;
      element.removeAttribute("src");
    };
  }, [video, src, live]);

  const chooseLevel = useCallback((index: number) => {
    if (hls.current) hls.current.nextLevel = index;
    setChosenLevel(index);
  }, []);
  const liveEdge = useCallback(() => {
    if (!live) return null;
    const position = hls.current?.liveSyncPosition;
    if (position) return position;
    const ranges = video.current?.seekable;
    return ranges && ranges.length > 0 ? Math.max(0, ranges.end(ranges.length - 1) - 15) : null;
  }, [live, video]);
  const retry = useCallback(() => (mend.current ?? retryNow.current)(), []);
  const { isOnAir } = source;
  useEffect(() => {
    if (isOnAir) mend.current?.();
  }, [isOnAir]);

  return { state, isCutOff, levels, chosenLevel, playingHeight, chooseLevel, liveEdge, retry };
}

/** Apple's browsers play HLS better by themselves; others that claim to are left to hls.js. */
function playsItself(element: HTMLVideoElement): boolean {
  return navigator.vendor.startsWith("Apple") && element.canPlayType("application/vnd.apple.mpegurl") !== "";
}
