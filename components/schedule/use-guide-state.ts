"use client";

import { useSyncExternalStore } from "react";
import type { GuideState, GuideStore } from "./guide-store";

/** One part of the guide's state; draws anew only when that part changes. */
export function useGuideState<T>(store: GuideStore, part: (state: GuideState) => T): T {
  const read = () => part(store.state);
  return useSyncExternalStore(store.subscribe, read, read);
}
