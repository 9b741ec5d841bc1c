"use client";

import { useSyncExternalStore } from "react";

/** How long a deletion can be taken back. */
export const UNDO_MS = 8_000;

const NONE: ReadonlySet<string> = new Set();
let waiting: ReadonlySet<string> = NONE;
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Items whose deletion can still be taken back. Nothing is asked of the server before that time is over. */
export function usePendingDeletes(): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => waiting,
    () => NONE,
  );
}

export interface PendingDelete {
  undo: () => void;
}

/**
 * Deletes items after a while in which it can be taken back. `carryOut` is called once: when the time is over, or at
 * once with `isLeaving` when the page goes away before.
 */
export function deleteLater(
  ids: readonly string[],
  carryOut: (ids: readonly string[], isLeaving: boolean) => void,
  waitMs = UNDO_MS,
): PendingDelete {
  const own = ids.filter((id) => !waiting.has(id));
  set(new Set([...waiting, ...own]));
  const timer = setTimeout(() => go(false), waitMs);
  const leave = () => go(true);
  window.addEventListener("pagehide", leave);

  function stop() {
    clearTimeout(timer);
    window.removeEventListener("pagehide", leave);
  }
  function go(isLeaving: boolean) {
    stop();
    carryOut(own, isLeaving);
  }
  return {
    undo: () => {
      stop();
      settleDeletes(own);
    },
  };
}

/** The items are gone, or stay after all: they are shown again as the lists have them. */
export function settleDeletes(ids: readonly string[]): void {
  const settled = new Set(ids);
  set(new Set([...waiting].filter((id) => !settled.has(id))));
}
