"use client";

import { memo } from "react";
import { type Axis, widthOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import { Tally } from "../ui/badge";
import { cn } from "../ui/cn";
import { type GuideBlock, isOutsideRights } from "./guide-block";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface GuideBlockButtonProps {
  block: GuideBlock;
  /** Time zero of the row it stands in. */
  rowFromMs: number;
  axis: Axis;
  timeZone: string;
  store: GuideStore;
  isOnAir: boolean;
  isLocked: boolean;
  isPending: boolean;
  /** The keyboard comes to this one first. */
  isEntry: boolean;
}

type Look = "" | "selected" | "conflict" | "held" | "selected held";

/** How the hand sees this block now, as one word, so that a block is drawn anew only when its own look changes. */
function useLook(store: GuideStore, id: string): Look {
  return useGuideState(store, ({ held, refusal, selected }) => {
    if (held?.refusal?.why === "overlap" && held.refusal.conflictIds.includes(id)) return "conflict";
    if (!held && refusal?.conflictIds.includes(id)) return "conflict";
    const isHeld = held !== null && held.how !== "copy" && held.before.some((block) => block.id === id);
    if (selected.has(id)) return isHeld ? "selected held" : "selected";
    return isHeld ? "held" : "";
  });
}

/** One programme on the guide. What is done with it, is done by whoever holds the guide: see the gestures and the keys. */
export const GuideBlockButton = memo(function GuideBlockButton(props: GuideBlockButtonProps) {
  const { block, rowFromMs, axis, timeZone, store, isOnAir, isLocked, isPending, isEntry } = props;
  const look = useLook(store, block.id);
  const isFocused = useGuideState(store, ({ focusedId }) => focusedId === block.id);
  const leftPx = widthOf(axis, block.fromMs - rowFromMs);
  const widthPx = widthOf(axis, block.toMs - block.fromMs);
  const span = `${clockText(block.fromMs, timeZone)}–${clockText(block.toMs, timeZone)}`;
  const state = isOnAir ? "On air" : isLocked ? "Locked" : isPending ? "Being saved" : undefined;
  const kind = { content: undefined, filler: "Filler", ad_break: "Ad break" }[block.kind];
  const isSelected = look.startsWith("selected");
  return (
    <button
      type="button"
      data-testid="guide-block"
      data-block-id={block.id}
      aria-label={[block.title, block.episode, kind !== block.title && kind, span].filter(Boolean).join(", ")}
      aria-description={state}
      aria-pressed={isSelected}
      tabIndex={isFocused || isEntry ? 0 : -1}
      className={cn(
        "group absolute inset-y-1 select-none overflow-clip rounded-sm border bg-raised text-left focus-visible:z-20 focus-visible:outline-offset-0",
        block.kind === "content" ? "border-border-strong/70" : "border-border-strong/70 border-dashed bg-surface",
        block.kind === "ad_break" && "bg-sunken text-muted",
        isLocked ? "cursor-default" : "cursor-grab hover:border-accent",
        isOnAir && "border-on-air/60 bg-on-air-soft",
        isSelected && "z-10 border-accent bg-accent-soft ring-1 ring-accent",
        look === "conflict" && "z-10 border-warn bg-warn-soft ring-2 ring-warn",
        (look.endsWith("held") || isPending) && "opacity-60",
      )}
      style={{ left: leftPx, width: Math.max(2, widthPx) }}
    >
      {widthPx >= 28 && <BlockText block={block} widthPx={widthPx} span={span} isOnAir={isOnAir} />}
      {widthPx >= 18 && !isPending && (
        <>
          {!isLocked && <span data-edge="start" className="absolute inset-y-0 left-0 w-1.5 cursor-ew-resize" />}
          <span data-edge="end" className="absolute inset-y-0 right-0 w-1.5 cursor-ew-resize" />
        </>
      )}
    </button>
  );
});

/** A title has several short lines where one would only be its beginning. */
const WRAPPED_PX = 96;

interface BlockTextProps {
  block: GuideBlock;
  widthPx: number;
  span: string;
  isOnAir: boolean;
}

/** As much as fits: the title first, then the times, then the picture. */
function BlockText({ block, widthPx, span, isOnAir }: BlockTextProps) {
  return (
    <span className="pointer-events-none sticky left-(--head) flex h-full w-fit max-w-full items-stretch gap-2 overflow-clip">
      {block.thumbnailUrl && widthPx >= 300 && (
        // biome-ignore lint/performance/noImgElement: made in the right size by the worker; a second resizer would only cost.
        <img
          src={block.thumbnailUrl}
          alt=""
          draggable={false}
          loading="lazy"
          decoding="async"
          className="my-1.5 ml-1.5 aspect-video max-h-16 shrink-0 self-center rounded-[2px] bg-sunken object-cover"
        />
      )}
      <span className={cn("flex min-w-0 flex-col justify-center py-0.5", widthPx < WRAPPED_PX ? "px-1" : "px-1.5")}>
        {widthPx < WRAPPED_PX ? (
          <span className="line-clamp-3 font-medium text-xs leading-4">{block.title}</span>
        ) : (
          <span className="flex items-center gap-1.5 font-medium">
            {isOnAir && <Tally />}
            <span className="truncate">{block.title}</span>
          </span>
        )}
        {widthPx >= WRAPPED_PX && (
          <span className="times truncate text-muted text-xs">
            {isOutsideRights(block) ? "Rights do not cover it · " : ""}
            {[block.episode, widthPx >= 150 ? span : span.slice(0, 5)].filter(Boolean).join(" · ")}
          </span>
        )}
      </span>
    </span>
  );
}
