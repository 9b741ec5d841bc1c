"use client";

import { useCallback } from "react";
import type { GuideBlock } from "./guide-block";
import type { GuideView } from "./use-guide-view";

/** Scrolls the guide to a block and gives it the keyboard, so that arrows and Delete act on it at once. */
export function useFocusBlock({ scrollTo, track }: GuideView) {
  return useCallback(
    (block: GuideBlock) => {
      scrollTo(block.fromMs, 0.2, "instant");
      // The block is drawn in the next frame if it was out of sight.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          track.current
            ?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(block.id)}"]`)
            ?.focus({ preventScroll: true }),
        ),
      );
    },
    [scrollTo, track],
  );
}
