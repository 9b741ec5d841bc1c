"use client";

import { useCallback, useMemo, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { type DayName, dayOf, instantOn, parseTimeOfDay, stretchOfDay } from "@/core/schedule/grid-day";
import { clockText } from "@/core/schedule/grid-text";
import { useIsLive } from "../ui/local";
import { useMediaQuery } from "../ui/use-media-query";
import { isWithinReach, layoutOf, rowPxOf } from "./guide-layout";
import type { GuideAddress, ViewName } from "./use-guide-address";
import { HEAD_PX, useGuideView } from "./use-guide-view";

export interface GuideSubject {
  channel: Channel;
  channels: Channel[];
  today: DayName;
  address: GuideAddress;
  go: (changes: Partial<GuideAddress>, isStep?: boolean) => void;
}

/** What the address asks for, as rows, an axis and a window onto them. */
export function useGuideFrame({ channel, channels, today, address, go }: GuideSubject) {
  const { timezone } = channel;
  const isLive = useIsLive();
  const isNarrow = useMediaQuery("(max-width: 40rem)");
  const viewName: ViewName = address.view ?? (isNarrow ? "list" : "channels");
  const dayName = address.day ?? today;
  const zoom = address.zoom ?? (viewName === "week" ? 1440 : isNarrow ? 60 : 180);
  const [kept, setAnchor] = useState(dayName);
  const anchor = viewName === "channels" && isWithinReach(dayName, kept) ? kept : dayName;
  if (anchor !== kept) setAnchor(anchor);
  const { rows, stretch, nights } = useMemo(
    () => layoutOf(viewName, channels, channel, anchor),
    [viewName, channels, channel, anchor],
  );
  const day = useMemo(() => stretchOfDay(dayName, timezone), [dayName, timezone]);
  const onScrolled = useCallback(
    (leftMs: number) => {
      if (viewName === "list") return;
      const time = clockText(leftMs, timezone, "minutes");
      if (viewName === "week") return go({ time }, false);
      const name = dayOf(leftMs + 60_000, timezone);
      go({ day: name === today && address.day === null ? null : name, time }, false);
    },
    [viewName, timezone, go, today, address.day],
  );
  const view = useGuideView({
    stretch,
    rows,
    zoom,
    rowPx: rowPxOf(viewName, rows.length),
    headPx: isNarrow ? HEAD_PX.narrow : HEAD_PX.wide,
    startMs: useStartMs({ view: viewName, axisFromMs: stretch.fromMs, address, timezone, dayName, today, zoom }),
    onScrolled,
    isDrawn: isLive && viewName !== "list",
  });
  return { viewName, dayName, day, zoom, rows, nights, view, isNarrow, isLive };
}

export type GuideFrame = ReturnType<typeof useGuideFrame>;

/** What is now stands a quarter into the screen. */
export const NOW_SHARE = 0.25;
const EVENING_MS = 17 * 3_600_000;

interface Start {
  view: ViewName;
  axisFromMs: number;
  address: GuideAddress;
  timezone: string;
  dayName: DayName;
  today: DayName;
  zoom: ZoomMinutes;
}

/** Where the left edge is when the guide is first drawn: as the address says, else at what is now, else at the evening. */
function useStartMs({ view, axisFromMs, address, timezone, dayName, today, zoom }: Start): number {
  return useMemo(() => {
    const timeMs = address.time === null ? null : parseTimeOfDay(address.time);
    const spanMs = zoom * 60_000;
    if (view === "week") return axisFromMs + (timeMs ?? (zoom === ZOOM_MINUTES[0] ? 0 : EVENING_MS));
    if (timeMs !== null) return instantOn(dayName, timeMs, timezone);
    const { fromMs, toMs } = stretchOfDay(dayName, timezone);
    if (zoom === ZOOM_MINUTES[0]) return fromMs;
    const wantedMs = dayName === today ? Date.now() - spanMs * NOW_SHARE : instantOn(dayName, EVENING_MS, timezone);
    return Math.max(fromMs, Math.min(wantedMs, toMs - spanMs));
  }, [view, axisFromMs, address.time, timezone, dayName, today, zoom]);
}
