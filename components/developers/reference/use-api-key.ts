"use client";

import { useSyncExternalStore } from "react";

/** Kept in this page's memory only: a key that was pasted is gone when the page is. */
let pasted = "";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function paste(key: string): void {
  pasted = key.trim();
  for (const listener of listeners) listener();
}

/** The key with which requests are tried, the same for all operations. */
export function useApiKey(): [string, (key: string) => void] {
  return [
    useSyncExternalStore(
      subscribe,
      () => pasted,
      () => "",
    ),
    paste,
  ];
}
