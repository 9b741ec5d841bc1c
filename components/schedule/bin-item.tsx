"use client";

import { memo, type PointerEvent, useState } from "react";
import type { ContentItem } from "@/core/content/contract";
import { runtimeText } from "@/core/schedule/grid-text";
import { Thumbnail } from "../library/thumbnail";
import { cn } from "../ui/cn";
import { PlaceForm } from "./place-form";

interface BinItemProps {
  content: ContentItem;
  nextStart: (durationMs: number) => number | null;
  timeZone: string;
  onPlace: (content: ContentItem, startMs: number) => boolean;
  onGrab: (event: PointerEvent, content: ContentItem) => void;
  instantOf: (timeOfDayMs: number) => number;
}

/** One item of the bin: drag it, or press it to place it at a time. */
export const BinItem = memo(function BinItem({ content, onGrab, ...place }: BinItemProps) {
  const [isOpen, setOpen] = useState(false);
  const runtime = runtimeText((content.durationSeconds ?? 0) * 1000);
  return (
    <li aria-label={content.title} data-testid="bin-item" data-content-id={content.id}>
      <button
        type="button"
        aria-label={`${content.title}, ${runtime}`}
        aria-description="Press to place it at a time, or drag it onto the guide"
        aria-expanded={isOpen}
        className={cn(
          "flex w-full cursor-grab touch-manipulation select-none items-center gap-3 rounded-md p-1.5 text-left hover:bg-hover active:cursor-grabbing focus-visible:-outline-offset-2",
          isOpen && "bg-hover",
        )}
        onPointerDown={(event) => onGrab(event, content)}
        // The browser's own dragging of the picture would take the pointer away.
        onDragStart={(event) => event.preventDefault()}
        onClick={() => setOpen(!isOpen)}
      >
        <Thumbnail url={content.thumbnailUrl} className="w-19" />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-medium leading-[1.125rem]">{content.title}</span>
          <span className="times text-muted text-xs">{runtime}</span>
        </span>
      </button>
      {isOpen && <PlaceForm content={content} onClose={() => setOpen(false)} {...place} />}
    </li>
  );
});
