"use client";

import { type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import { gapsIn } from "@/core/schedule/gaps";
import { inStretch } from "@/core/schedule/guide-index";
import { snapEnd } from "@/core/schedule/resize-block";
import type { GuideBlock } from "./guide-block";
import type { Asked } from "./guide-dialogs";
import type { GroundNow, GuideStore } from "./guide-store";
import { type Place, placeAt } from "./pointer-place";
import type { useGuideGestures } from "./use-guide-gestures";
import type { GuideView } from "./use-guide-view";

interface SurfaceOptions {
  view: GuideView;
  ground: GroundNow;
  store: GuideStore;
  gestures: ReturnType<typeof useGuideGestures>;
  isLocked: (block: GuideBlock) => boolean;
  onOpen: (block: GuideBlock) => void;
  onAsk: (asked: Asked) => void;
}

/** Presses on the guide: what was hit decides what they mean. One listener for all blocks. */
export function useSurface(options: SurfaceOptions) {
  const latest = useRef(options);
  latest.current = options;
  return useMemo(() => {
    const hit = (target: EventTarget) => {
      const element = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-block-id]") : null;
      const { index } = latest.current.ground.current;
      const id = element?.dataset.blockId;
      return id ? ([...index.values()].flat().find((block) => block.id === id) ?? null) : null;
    };
    return {
      onPointerDown: (event: PointerEvent) => {
        const { gestures, store } = latest.current;
        const target = event.target as HTMLElement;
        if (target.closest("button:not([data-block-id])")) return;
        const block = hit(target);
        if (!block) return gestures.pressGround(event);
        const edge = target.closest<HTMLElement>("[data-edge]")?.dataset.edge;
        const end = edge === "start" || edge === "end" ? edge : null;
        const { shiftKey, ctrlKey, metaKey } = event;
        gestures.pressBlock(event, block, end, () =>
          store.set(chosen(latest.current, block, { isRange: shiftKey, isToggle: ctrlKey || metaKey })),
        );
      },
      onPress: (place: Place) => {
        const { ground, store } = latest.current;
        const { rows, index, axis } = ground.current;
        const line = index.get(rows[place.row]?.channelId ?? "") ?? [];
        const edges = line.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
        const caret = { row: place.row, atMs: snapEnd(axis, place.atMs, edges, false) };
        store.set({ selected: new Set(), caret, refusal: null });
      },
      onDoubleClick: (event: MouseEvent) => {
        const { ground, view, onOpen, onAsk } = latest.current;
        const block = hit(event.target);
        if (block) return onOpen(block);
        if ((event.target as HTMLElement).closest("button")) return;
        const place = placeAt(view, ground.current.rows, event.clientX, event.clientY);
        const gap = gapAt(ground, place);
        if (gap) onAsk({ what: "fill", channelId: gap.channelId, stretch: gap });
      },
    };
  }, []);
}

/** The gap at a place, as far as it can still be filled; null where there is none. */
export function gapAt(ground: GroundNow, { row, atMs }: Pick<Place, "row" | "atMs">) {
  const { rows, index, editableFrom } = ground.current;
  const line = rows[row];
  if (!line) return null;
  const blocks = index.get(line.channelId) ?? [];
  const around = { fromMs: Math.max(line.fromMs, atMs - DAY_MS), toMs: Math.min(line.toMs, atMs + DAY_MS) };
  const gap = gapsIn(around, inStretch(blocks, around)).find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const fromMs = Math.max(gap?.fromMs ?? 0, editableFrom(line.channelId) ?? 0);
  return gap && fromMs < gap.toMs ? { channelId: line.channelId, fromMs, toMs: gap.toMs } : null;
}

const DAY_MS = 86_400_000;

/** What is chosen after a press: this one, one more or one less, or everything from the last one to this. */
function chosen(
  { store, ground }: Pick<SurfaceOptions, "store" | "ground">,
  block: GuideBlock,
  { isRange, isToggle }: { isRange: boolean; isToggle: boolean },
) {
  const { selected, focusedId } = store.state;
  const line = ground.current.index.get(block.channelId) ?? [];
  const from = line.findIndex(({ id }) => id === focusedId);
  const to = line.findIndex(({ id }) => id === block.id);
  const rest = { caret: null, refusal: null };
  if (isRange && from >= 0) {
    const range = line.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
    return { ...rest, selected: new Set([...selected, ...range]) };
  }
  if (!isToggle) return { ...rest, selected: new Set([block.id]), focusedId: block.id };
  const next = new Set(selected);
  if (!next.delete(block.id)) next.add(block.id);
  return { ...rest, selected: next, focusedId: block.id };
}
