"use client";

import { usePathname } from "next/navigation";
import type { MouseEvent } from "react";
import { openItemIdOf } from "./library-query";

/** The item whose panel is open, from the address. */
export function useOpenItemId(): string | null {
  return openItemIdOf(usePathname());
}

/** Address of an item's panel, beside the list as it is now. */
export function itemAddress(id: string, search: string): string {
  return `/library/${id}${search}`;
}

/**
 * Opens or closes the panel within this page, so that the list stays where it is and nothing is asked of the server.
 * Clicks that mean "in a new tab" are left to the browser.
 */
export function openWithin(event: MouseEvent<HTMLAnchorElement>): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  event.preventDefault();
  const { pathname, search } = new URL(event.currentTarget.href);
  showWithin(pathname + search);
}

export function showWithin(address: string): void {
  if (address !== window.location.pathname + window.location.search) window.history.pushState(null, "", address);
}

export function closePanel(): void {
  showWithin(`/library${window.location.search}`);
}
