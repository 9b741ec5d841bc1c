"use client";

import { useEffect, useState } from "react";
import type { LiveKpis } from "@/core/analytics/contract";

/** One figure of the last minutes. */
export interface LivePoint {
  atMs: number;
  viewers: number;
}

const KEPT = 180;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Who watches this moment, pushed by the server every few seconds. A lost connection keeps the last figure, says so,
 * and is tried again; a page in the background holds no connection.
 */
export function useLiveKpis(channelId: string | null = null) {
  const [kpis, setKpis] = useState<LiveKpis | null>(null);
  const [trail, setTrail] = useState<LivePoint[]>([]);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    setTrail([]);
    setKpis(null);
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitMs = FIRST_WAIT_MS;
    const query = channelId ? `?channelId=${channelId}` : "";

    function open() {
      if (stream || document.hidden) return;
      const own = new EventSource(`/v1/creator/analytics/stream${query}`);
      stream = own;
      own.addEventListener("kpi", (event) => {
        const next = JSON.parse((event as MessageEvent<string>).data) as LiveKpis;
        waitMs = FIRST_WAIT_MS;
        setLost(false);
        setKpis(next);
        setTrail((before) => [...before.slice(1 - KEPT), { atMs: Date.parse(next.at), viewers: next.viewers }]);
      });
      own.addEventListener("error", () => {
        setLost(true);
        // The browser tries again by itself unless the server refused; then it is tried again here.
        if (own.readyState !== EventSource.CLOSED) return;
        stream = null;
        timer = setTimeout(open, waitMs);
        waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
      });
    }
    function close() {
      clearTimeout(timer);
      stream?.close();
      stream = null;
    }
    const look = () => (document.hidden ? close() : open());
    document.addEventListener("visibilitychange", look);
    open();
    return () => {
      document.removeEventListener("visibilitychange", look);
      close();
    };
  }, [channelId]);
  return { kpis, trail, isLost };
}
