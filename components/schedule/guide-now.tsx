"use client";

import { widthOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { useNow } from "../ui/use-now";
import { type GuideView, RULER_PX } from "./use-guide-view";

interface NowLineProps {
  view: GuideView;
  rows: readonly GuideRow[];
  timeZone: string;
  isOnAir: boolean;
  onMenu: (at: { x: number; y: number }, atMs: number) => void;
}

/** Where the clock stands; red when something is on air. Its time is a button: what is on, and what comes. */
export function NowLine({ view, rows, timeZone, isOnAir, onMenu }: NowLineProps) {
  const nowMs = useNow();
  const first = rows[0];
  if (nowMs === null || !first) return null;
  // Days below each other: the line stands on today's row only.
  const index = rows.findIndex((row) => nowMs >= row.fromMs && nowMs < row.toMs);
  const row = rows[index];
  if (!row) return null;
  const isWeek = first.day !== null;
  const [top, height] = isWeek ? [index * view.rowPx, view.rowPx] : [0, rows.length * view.rowPx];
  return (
    <div
      data-testid="now-line"
      className="pointer-events-none absolute top-0 bottom-0 left-(--head) z-20 will-change-transform"
      style={{ transform: `translateX(${widthOf(view.axis, nowMs - row.fromMs)}px)` }}
    >
      <span
        className={`absolute w-px ${isOnAir ? "bg-on-air" : "bg-text"}`}
        style={{ top: RULER_PX + top - (isWeek ? 0 : 8), height: height + (isWeek ? 0 : 8) }}
      />
      <button
        type="button"
        aria-haspopup="menu"
        aria-label={`Now, ${clockText(nowMs, timeZone)}: what can be watched`}
        tabIndex={-1}
        className={`times pointer-events-auto sticky top-1 z-40 block -translate-x-1/2 rounded-sm px-1.5 font-semibold text-xs leading-6 ${
          isOnAir ? "bg-on-air text-canvas" : "bg-text text-canvas"
        }`}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onMenu({ x: box.left, y: box.bottom + 4 }, Date.now());
        }}
      >
        {clockText(nowMs, timeZone)}
      </button>
    </div>
  );
}
