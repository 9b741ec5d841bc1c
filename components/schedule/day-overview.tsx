"use client";

import { memo, type PointerEvent, useEffect, useRef } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { cn } from "../ui/cn";
import type { GuideBlock } from "./guide-block";
import type { GuideView } from "./use-guide-view";

interface DayOverviewProps {
  day: Stretch;
  blocks: readonly GuideBlock[];
  view: GuideView;
  nowMs: number | null;
  isOnAir: boolean;
}

/** The whole day in one line. The frame is what the guide below shows; press or drag to go elsewhere. */
export function DayOverview({ day, blocks, view, nowMs, isOnAir }: DayOverviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { scroller, axis, widthPx } = view;
  const lengthMs = day.toMs - day.fromMs;
  const percent = (ms: number) => `${(ms / lengthMs) * 100}%`;

  useEffect(() => {
    const element = scroller.current;
    if (!element || widthPx === 0) return;
    // Written past React: this runs with every pixel that is scrolled.
    const place = () => {
      if (!frame.current) return;
      frame.current.style.left = `${(element.scrollLeft / axis.pxPerMs / lengthMs) * 100}%`;
      frame.current.style.width = `${Math.min(100, (element.clientWidth / axis.pxPerMs / lengthMs) * 100)}%`;
    };
    place();
    element.addEventListener("scroll", place, { passive: true });
    return () => element.removeEventListener("scroll", place);
  }, [axis, lengthMs, scroller, widthPx]);

  const go = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    view.scrollTo(day.fromMs + ((event.clientX - box.left) / box.width) * lengthMs, 0.5, "instant");
  };
  return (
    <div
      aria-hidden
      className="relative h-6 cursor-pointer touch-none overflow-clip border-border border-b bg-sunken"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <OverviewBlocks day={day} blocks={blocks} />
      {nowMs !== null && nowMs >= day.fromMs && nowMs < day.toMs && (
        <span
          className={cn("absolute inset-y-0 w-0.5", isOnAir ? "bg-on-air" : "bg-text")}
          style={{ left: percent(nowMs - day.fromMs) }}
        />
      )}
      <div ref={frame} className="absolute inset-y-0 min-w-1.5 rounded-[2px] border-2 border-accent bg-accent/10" />
    </div>
  );
}

const OverviewBlocks = memo(function OverviewBlocks({ day, blocks }: { day: Stretch; blocks: readonly GuideBlock[] }) {
  const lengthMs = day.toMs - day.fromMs;
  return blocks.map((block) => (
    <span
      key={block.id}
      // A line between neighbours, where they are wide enough to leave something beside it.
      className={cn(
        "absolute inset-y-1.5 bg-border-strong",
        (block.toMs - block.fromMs) / lengthMs > 0.004 && "border-sunken border-r",
      )}
      style={{
        left: `${((block.fromMs - day.fromMs) / lengthMs) * 100}%`,
        width: `${((block.toMs - block.fromMs) / lengthMs) * 100}%`,
      }}
    />
  ));
});
