"use client";

import { type MouseEvent, useCallback, useRef, useState } from "react";
import { gapAt, snappedTo } from "./guide-gaps";
import type { MenuPlace } from "./guide-menu";
import type { GroundNow, GuideStore } from "./guide-store";
import { placeAt } from "./pointer-place";
import type { GuideView } from "./use-guide-view";

interface PlaceMenuOptions {
  view: GuideView;
  ground: GroundNow;
  store: GuideStore;
}

/** The menu at a place of the guide: of the right button, of the menu key, and of the now-line. */
export function usePlaceMenu(options: PlaceMenuOptions) {
  const latest = useRef(options);
  latest.current = options;
  const [place, setPlace] = useState<MenuPlace | null>(null);

  const open = useCallback((at: { x: number; y: number }, row: number, atMs: number, blockId?: string) => {
    const { ground, store } = latest.current;
    const { rows, index } = ground.current;
    const channelId = rows[row]?.channelId ?? "";
    const line = index.get(channelId) ?? [];
    const block = line.find((one) => (blockId ? one.id === blockId : one.fromMs <= atMs && atMs < one.toMs)) ?? null;
    if (block && !store.state.selected.has(block.id)) store.set({ selected: new Set([block.id]), focusedId: block.id });
    const snappedMs = block ? atMs : snappedTo(ground.current, { row, atMs });
    setPlace({ at, row, channelId, atMs: snappedMs, block, gap: block ? null : gapAt(ground.current, { row, atMs }) });
  }, []);

  return {
    place,
    close: useCallback(() => setPlace(null), []),
    onContextMenu: useCallback(
      (event: MouseEvent) => {
        const target = event.target as HTMLElement;
        if (target.closest("button:not([data-block-id])")) return;
        event.preventDefault();
        const { view, ground } = latest.current;
        const { row, atMs } = placeAt(view, ground.current.rows, event.clientX, event.clientY);
        open(
          { x: event.clientX, y: event.clientY },
          row,
          atMs,
          target.closest<HTMLElement>("[data-block-id]")?.dataset.blockId,
        );
      },
      [open],
    ),
    onNowMenu: useCallback(
      (at: { x: number; y: number }, atMs: number) => {
        const { rows } = latest.current.ground.current;
        open(
          at,
          Math.max(
            0,
            rows.findIndex((row) => atMs >= row.fromMs && atMs < row.toMs),
          ),
          atMs,
        );
      },
      [open],
    ),
  };
}
