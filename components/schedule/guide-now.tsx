"use client";

import { widthOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { useNow } from "../ui/use-now";
import type { GuideView } from "./use-guide-view";

interface NowProps {
  view: GuideView;
  rows: readonly GuideRow[];
  isOnAir: boolean;
}

/** Where the clock stands on the guide, and on which row where rows are days. */
function useNowPlace({ view, rows }: NowProps) {
  const nowMs = useNow();
  if (nowMs === null) return null;
  const index = rows.findIndex((row) => nowMs >= row.fromMs && nowMs < row.toMs);
  const row = rows[index];
  return row ? { nowMs, index, x: widthOf(view.axis, nowMs - row.fromMs) } : null;
}

/** The line of the clock; red when something is on air. Where rows are days it stands on today's. */
export function NowLine(props: NowProps) {
  const place = useNowPlace(props);
  const { view, rows } = props;
  if (!place) return null;
  const isWeek = rows[0]?.day != null;
  return (
    <div
      data-testid="now-line"
      aria-hidden
      className={`pointer-events-none absolute left-(--head) z-20 w-px will-change-transform ${props.isOnAir ? "bg-on-air" : "bg-text"}`}
      style={{
        transform: `translateX(${place.x}px)`,
        top: isWeek ? place.index * view.rowPx : 0,
        height: isWeek ? view.rowPx : rows.length * view.rowPx,
      }}
    />
  );
}

interface NowLabelProps extends NowProps {
  timeZone: string;
  onMenu: (at: { x: number; y: number }, atMs: number) => void;
}

/** The time of the clock on the ruler: a button for what is on, and what comes. */
export function NowLabel(props: NowLabelProps) {
  const place = useNowPlace(props);
  if (!place) return null;
  const text = clockText(place.nowMs, props.timeZone);
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`Now, ${text}: what can be watched`}
      className={`times absolute top-1.5 left-0 z-10 rounded-sm px-1.5 font-semibold text-xs leading-6 focus-visible:-outline-offset-2 ${
        props.isOnAir ? "bg-on-air text-canvas" : "bg-text text-canvas"
      }`}
      style={{ transform: `translateX(calc(${place.x}px - 50%))` }}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        props.onMenu({ x: box.left, y: box.bottom + 4 }, Date.now());
      }}
    >
      {text}
    </button>
  );
}
