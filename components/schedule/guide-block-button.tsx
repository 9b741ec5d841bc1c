"use client";

import { useDraggable } from "@dnd-kit/core";
import { type KeyboardEvent, memo } from "react";
import { type Axis, widthOf, xOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import { Tally } from "../ui/badge";
import { cn } from "../ui/cn";
import type { GuideBlock } from "./guide-block";

interface GuideBlockButtonProps {
  block: GuideBlock;
  axis: Axis;
  timeZone: string;
  /** In the way of what was just held there. */
  isConflicting: boolean;
  isSelected: boolean;
  /** In the hand; its place is drawn faint. */
  isHeld: boolean;
  isOnAir: boolean;
  isLocked: boolean;
  onSelect: (block: GuideBlock) => void;
  onOpen: (block: GuideBlock) => void;
  onKeyDown: (event: KeyboardEvent, block: GuideBlock) => void;
}

/** One programme on the guide: press to choose, drag to move, Enter or a double click to open. */
export const GuideBlockButton = memo(function GuideBlockButton(props: GuideBlockButtonProps) {
  const { block, axis, timeZone, isConflicting, isSelected, isHeld, isOnAir, isLocked } = props;
  const { setNodeRef, listeners } = useDraggable({
    id: `block:${block.id}`,
    data: { block },
    disabled: isLocked || block.isPending,
  });
  const widthPx = widthOf(axis, block.toMs - block.fromMs);
  const hasPicture = block.thumbnailUrl !== null && widthPx >= 280;
  const span = `${clockText(block.fromMs, timeZone)}–${clockText(block.toMs, timeZone)}`;
  const state = isOnAir ? "On air" : isLocked ? "Locked" : block.isPending ? "Being saved" : undefined;
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-testid="guide-block"
      data-block-id={block.id}
      aria-label={[block.title, block.episode, span].filter(Boolean).join(", ")}
      aria-description={state}
      aria-pressed={isSelected}
      title={`${[block.title, block.episode].filter(Boolean).join(" · ")}\n${span}${state ? `\n${state}` : ""}`}
      className={cn(
        "absolute inset-y-1.5 touch-manipulation select-none overflow-clip rounded-sm border bg-raised text-left transition-[border-color,background-color,opacity] duration-100 focus-visible:z-10",
        block.kind === "content" ? "border-border-strong/70" : "border-border-strong/70 border-dashed bg-surface",
        block.kind === "ad_break" && "bg-sunken text-muted",
        isLocked ? "cursor-default" : "cursor-grab hover:border-accent active:cursor-grabbing",
        isSelected && "z-10 border-accent ring-1 ring-accent",
        isOnAir && "border-on-air/60 bg-on-air-soft",
        isConflicting && "z-10 border-warn bg-warn-soft ring-2 ring-warn",
        (isHeld || block.isPending) && "opacity-50",
      )}
      style={{ left: xOf(axis, block.fromMs), width: Math.max(2, widthPx) }}
      onClick={() => props.onSelect(block)}
      onDoubleClick={() => props.onOpen(block)}
      onKeyDown={(event) => props.onKeyDown(event, block)}
      {...listeners}
    >
      {widthPx >= 34 && (
        <span className="sticky left-0 flex h-full w-fit max-w-full items-stretch gap-2.5 overflow-clip">
          {hasPicture && block.thumbnailUrl && (
            // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
            <img
              src={block.thumbnailUrl}
              alt=""
              draggable={false}
              loading="lazy"
              className="mt-2 ml-2 aspect-video h-16 shrink-0 rounded-[2px] bg-sunken object-cover"
            />
          )}
          <span className={cn("flex min-w-0 flex-col py-2", hasPicture ? "pr-3" : "px-2")}>
            <span className={cn("font-medium leading-5", widthPx >= 90 ? "line-clamp-2" : "truncate text-sm")}>
              {block.title}
            </span>
            {block.episode && widthPx >= 60 && widthPx < 130 && (
              <span className="times truncate text-muted text-xs">{block.episode}</span>
            )}
            {widthPx >= 130 && (
              <span className="times mt-0.5 truncate text-muted text-xs">
                {[block.episode, span].filter(Boolean).join(" · ")}
              </span>
            )}
            {isOnAir && widthPx >= 90 && (
              <span className="mt-auto flex items-center gap-1.5 font-semibold text-on-air text-xs">
                <Tally />
                ON AIR
              </span>
            )}
          </span>
        </span>
      )}
    </button>
  );
});
