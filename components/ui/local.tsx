"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server, and in the browser while it takes over what the server drew. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Words in the reader's language and time zone, neither of which the server knows: they come once the page is live. */
export function Local({ text }: { text: () => string }) {
  return useIsLive() ? text() : null;
}
