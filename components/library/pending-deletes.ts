"use client";

import { useSyncExternalStore } from "react";

/** How long something can be taken back: long enough to notice, read and reach it. */
export const UNDO_MS = 20_000;

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
  /** The time in which it could be taken back is over. */
  confirm: () => void;
}

/**
 * Holds a deletion back until it is confirmed or undone, whichever comes first. `carryOut` is called once: when it is
 * confirmed, or with `isLeaving` when the page goes away before.
 */
export function deleteLater(
  ids: readonly string[],
  carryOut: (ids: readonly string[], isLeaving: boolean) => void,
): PendingDelete {
  const own = ids.filter((id) => !waiting.has(id));
  set(new Set([...waiting, ...own]));
  let isOpen = true;
  const leave = () => go(true);
  window.addEventListener("pagehide", leave);

  function close(): boolean {
    const wasOpen = isOpen;
    isOpen = false;
    window.removeEventListener("pagehide", leave);
    return wasOpen;
  }
  function go(isLeaving: boolean) {
    if (close()) carryOut(own, isLeaving);
  }
  return {
    confirm: () => go(false),
    undo: () => {
      if (close()) settleDeletes(own);
    },
  };
}

/** The items are gone, or stay after all: they are shown again as the lists have them. */
export function settleDeletes(ids: readonly string[]): void {
  const settled = new Set(ids);
  set(new Set([...waiting].filter((id) => !settled.has(id))));
}
