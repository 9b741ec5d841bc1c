"use client";

import { useSyncExternalStore } from "react";

const STORAGE_KEY = "lineup-clock-zone";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedZone(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return ""; // storage is switched off in this browser
  }
}

/** The time zone the clock shows, kept in this browser; empty for the account's. */
export function useClockZone(): [string, (zone: string) => void] {
  const zone = useSyncExternalStore(subscribe, storedZone, () => "");
  return [zone, chooseClockZone];
}

function chooseClockZone(zone: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, zone);
  } catch {
    return; // nothing to remember it in
  }
  for (const listener of listeners) listener();
}
