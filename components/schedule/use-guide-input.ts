"use client";

import { useCallback, useMemo, useRef } from "react";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import type { GuideBlock } from "./guide-block";
import type { Asked } from "./guide-dialogs";
import type { OpenGap } from "./guide-gaps";
import type { GuideDesk } from "./use-guide-desk";
import type { GuideFrame, GuideSubject } from "./use-guide-frame";
import { useGuideGestures } from "./use-guide-gestures";
import { useGuideKeys } from "./use-guide-keys";
import type { GuideTravel } from "./use-guide-travel";
import { usePlaceMenu } from "./use-place-menu";
import { useSurface } from "./use-surface";

/** Pointer, keys and the menu of a place, on one guide. */
export function useGuideInput(
  { channel }: GuideSubject,
  { view, rows }: GuideFrame,
  { store, ground, actions, isLocked, zoneOf, toggleRipple }: GuideDesk,
  travel: GuideTravel,
  onAsk: (asked: Asked) => void,
) {
  const page = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const onOpen = useCallback((block: GuideBlock) => onAsk({ what: "block", blockId: block.id }), [onAsk]);
  const onFill = useCallback(
    ({ channelId, fromMs, toMs }: OpenGap) => onAsk({ what: "fill", channelId, stretch: { fromMs, toMs } }),
    [onAsk],
  );
  /** Where a paste goes, and where the next gap is looked for. */
  const target = useCallback(() => {
    const { caret } = store.state;
    if (caret) return caret;
    const last = actions
      .selection()
      .sort((a, b) => a.toMs - b.toMs)
      .at(-1);
    if (last) return { row: Math.max(0, rowIndexOf(rows, last.channelId, last.fromMs)), atMs: last.toMs };
    const row = rows.findIndex((each) => each.channelId === channel.id);
    return { row: Math.max(0, row), atMs: Math.ceil(view.leftEdgeMs() / 1000) * 1000 };
  }, [actions, channel.id, rows, store, view.leftEdgeMs]);
  const onAdBreak = useCallback(() => {
    const { row, atMs } = target();
    onAsk({ what: "ad-break", channelId: rows[row]?.channelId, atMs });
  }, [onAsk, rows, target]);

  const press = useRef<ReturnType<typeof useSurface>["onPress"]>(() => {});
  const gestures = useGuideGestures({
    view,
    ground,
    store,
    isLocked,
    onDrop: actions.drop,
    onPress: (place) => press.current(place),
  });
  const surface = useSurface({ view, ground, store, gestures, isLocked, onOpen, onFill });
  press.current = surface.onPress;
  const menu = usePlaceMenu({ view, ground, store });
  useGuideKeys({
    page,
    board,
    store,
    ground,
    actions,
    isLocked,
    zoneOf,
    onOpen,
    onFill,
    onAdBreak,
    onFocus: travel.focusBlock,
    onReveal: view.reveal,
    onZoom: travel.zoomBy,
    onNow: travel.showNow,
    onRipple: toggleRipple,
    target,
  });
  return useMemo(
    () => ({ page, board, gestures, surface, menu, onOpen, onFill }),
    [gestures, surface, menu, onOpen, onFill],
  );
}

export type GuideInput = ReturnType<typeof useGuideInput>;
