"use client";

import { type FocusEvent, type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import type { GuideBlock } from "./guide-block";
import { gapAt, type OpenGap, snappedTo } from "./guide-gaps";
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
  onFill: (gap: OpenGap) => void;
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
        // What the keys hold goes back: the hand is elsewhere now.
        if (store.state.held?.by === "keys") {
          store.set({ held: null, said: `${store.state.held.lead.title} put back.` });
        }
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
      /** Where the keyboard has come to, by Tab too. A press of the pointer decides by itself what it means. */
      onFocus: (event: FocusEvent) => {
        const block = event.target.matches(":focus-visible") ? hit(event.target) : null;
        if (block) latest.current.store.set({ focusedId: block.id });
      },
      onPress: (place: Place) => {
        const { ground, store } = latest.current;
        const caret = { row: place.row, atMs: snappedTo(ground.current, place) };
        store.set({ selected: new Set(), caret, refusal: null });
      },
      onDoubleClick: (event: MouseEvent) => {
        const { ground, view, onOpen, onFill } = latest.current;
        const block = hit(event.target);
        if (block) return onOpen(block);
        if ((event.target as HTMLElement).closest("button")) return;
        const place = placeAt(view, ground.current.rows, event.clientX, event.clientY);
        const gap = gapAt(ground.current, place);
        if (gap) onFill(gap);
      },
    };
  }, []);
}

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
