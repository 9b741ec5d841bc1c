"use client";

import { useCallback, useRef } from "react";
import { nextZoom, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { type DayName, instantOn, stretchOfDay, wallClockMs } from "@/core/schedule/grid-day";
import type { GuideBlock } from "./guide-block";
import type { GuideDesk } from "./use-guide-desk";
import { type GuideFrame, type GuideSubject, NOW_SHARE } from "./use-guide-frame";

const DAY_MS = 86_400_000;

/** Ways through the guide: to a day, to the present, to a block, closer and further. */
export function useGuideTravel(
  { channel, today, go }: GuideSubject,
  { viewName, view, zoom }: GuideFrame,
  { store, reveal }: Pick<GuideDesk, "store" | "reveal">,
) {
  const { timezone } = channel;
  const zoomTo = useCallback(
    (next: ZoomMinutes, clientX?: number) => {
      const box = view.scroller.current?.getBoundingClientRect();
      view.keep(clientX ?? (box ? box.left + box.width / 2 : 0));
      go({ zoom: next }, false);
    },
    [go, view.keep, view.scroller],
  );
  const zoomNow = useRef(zoom);
  zoomNow.current = zoom;
  const zoomBy = useCallback(
    (step: -1 | 1, clientX?: number) => zoomTo(nextZoom(zoomNow.current, step), clientX),
    [zoomTo],
  );
  const onWheelZoom = useCallback((clientX: number, step: -1 | 1) => zoomBy(step, clientX), [zoomBy]);

  const focusBlock = useCallback(
    (block: GuideBlock) => {
      store.set({ focusedId: block.id });
      reveal(block);
      // What was out of sight is drawn in the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          view.surface.current
            ?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(block.id)}"]`)
            ?.focus({ preventScroll: true }),
        ),
      );
    },
    [reveal, store, view.surface],
  );

  const showNow = useCallback(
    (behavior?: ScrollBehavior) => {
      go({ channelId: channel.id, day: null, time: null });
      // Rows that are days all begin at the left end.
      const sinceMidnightMs = Date.now() - stretchOfDay(today, timezone).fromMs;
      view.scrollTo(viewName === "week" ? view.axis.fromMs + sinceMidnightMs : Date.now(), NOW_SHARE, behavior);
    },
    [channel.id, go, timezone, today, view.axis.fromMs, view.scrollTo, viewName],
  );
  /** A day, at the time of day that is at the left edge. */
  const showDay = useCallback(
    (name: DayName) => {
      if (name === today) return showNow("instant");
      const timeOfDayMs = wallClockMs(view.leftEdgeMs(), timezone) % DAY_MS;
      go({ channelId: channel.id, day: name });
      if (viewName === "channels") view.scrollTo(instantOn(name, timeOfDayMs, timezone), 0, "instant");
    },
    [channel.id, go, showNow, timezone, today, view.leftEdgeMs, view.scrollTo, viewName],
  );
  return { zoomTo, zoomBy, onWheelZoom, focusBlock, showDay, showNow };
}

export type GuideTravel = ReturnType<typeof useGuideTravel>;
