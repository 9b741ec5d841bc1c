"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { askByFetch } from "@/core/hls-check/ask-by-fetch";
import { type Outcome, type Progress, watchStream } from "@/core/hls-check/watch-stream";

/** Long enough for every playlist to change a dozen times and for an item to end. */
export const CHECK_SECONDS = 60;

export type StreamCheckState =
  | { kind: "idle" }
  | { kind: "running"; progress: Progress | null }
  | { kind: "done"; outcome: Outcome; stoppedEarly: boolean };

/** Runs the checker in this page, against an address of a stream. It stops when the page is left. */
export function useStreamCheck(url: string) {
  const [state, setState] = useState<StreamCheckState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort("left"), []);

  const start = useCallback(async () => {
    running.current?.abort("again");
    const run = new AbortController();
    running.current = run;
    setState({ kind: "running", progress: null });
    const isCurrent = () => running.current === run && run.signal.reason !== "left";
    const outcome = await watchStream(
      url,
      CHECK_SECONDS,
      {
        ask: askByFetch((address, init) => fetch(address, init), Date.now, window.location.origin),
        now: Date.now,
        sleep: (ms) => sleep(ms, run.signal),
        isStopped: () => run.signal.aborted,
      },
      (progress) => isCurrent() && setState({ kind: "running", progress }),
    );
    if (isCurrent()) setState({ kind: "done", outcome, stoppedEarly: run.signal.aborted });
  }, [url]);

  const stop = useCallback(() => running.current?.abort("stopped"), []);
  return { state, start, stop };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
