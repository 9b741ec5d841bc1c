"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for the whole page, on the full second, so that every clock on it ticks at once. */
function tick(): void {
  for (const listener of listeners) listener();
  timer = setTimeout(tick, 1000 - (Date.now() % 1000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) timer = setTimeout(tick, 1000 - (Date.now() % 1000));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

const currentSecondMs = () => Math.floor(Date.now() / 1000) * 1000;

/** The time now in milliseconds, cut to the second and renewed every second; null while the server renders. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, currentSecondMs, () => null);
}
