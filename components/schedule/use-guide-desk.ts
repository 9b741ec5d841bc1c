"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { idOf } from "@/core/schedule/guide-edit";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import type { Ground } from "./ground";
import { type GuideBlock, isLockedBlock } from "./guide-block";
import { wantedDays } from "./guide-layout";
import { GuideStore } from "./guide-store";
import { useEditQueue } from "./use-edit-queue";
import { useGuideActions } from "./use-guide-actions";
import { useGuideBlocks } from "./use-guide-blocks";
import type { GuideFrame, GuideSubject } from "./use-guide-frame";
import { useOnAirIds } from "./use-on-air-ids";
import { useRefusals } from "./use-refusals";
import { useEditableFrom, useFreshSchedules } from "./use-schedule-sync";

/** The blocks of the guide with the edits that are on their way, how far they are locked, and the verbs on them. */
export function useGuideDesk({ channel, channels }: GuideSubject, frame: GuideFrame) {
  const { viewName, day, rows, view } = frame;
  const { timezone } = channel;
  const [store] = useState(() => new GuideStore());
  const [isRipple, setRipple] = useState(false);
  const channelOf = useCallback(
    (id: string): Channel => channels.find((each) => each.id === id) ?? channel,
    [channels, channel],
  );
  const zoneOf = useCallback((id: string) => channelOf(id).timezone, [channelOf]);
  const editableFrom = useLock(channelOf);
  const isWeek = viewName === "week";
  const ground = useRef<Ground>({
    axis: view.axis,
    rows,
    isWeek,
    index: new Map(),
    known: new Map(),
    editableFrom,
    isRipple,
  });
  const refuse = useRefusals({ store, ground, zoneOf });
  const { queue, state } = useEditQueue({ editableFrom, onRefused: refuse });

  const wanted = useMemo(() => {
    if (viewName === "list") return [{ channelId: channel.id, day }];
    const halfMs = (view.drawn.toMs - view.drawn.fromMs) / 5;
    const seen = { fromMs: view.drawn.fromMs + halfMs, toMs: view.drawn.toMs - halfMs };
    const drawnRows = rows.slice(view.drawnRows.first, view.drawnRows.last + 1);
    return wantedDays(drawnRows, seen, timezone);
  }, [viewName, channel.id, day, view.drawn, view.drawnRows, rows, timezone]);
  const guide = useGuideBlocks(wanted, state.pending);
  const { index, loaded } = guide;
  useFreshSchedules(queue, index);
  ground.current = { axis: view.axis, rows, isWeek, index, known: loaded, editableFrom, isRipple };

  const reveal = useCallback(
    (block: GuideBlock) => {
      const row = rowIndexOf(ground.current.rows, block.channelId, block.fromMs);
      if (row >= 0) view.reveal(row, block);
    },
    [view.reveal],
  );
  const actions = useGuideActions({ queue, store, ground, zoneOf, refuse, reveal });
  const pendingIds = useMemo(() => new Set(state.pending.flatMap((edit) => edit.changes.map(idOf))), [state.pending]);
  const published = useMemo(
    () => channels.filter(({ status }) => status === "published").map(({ id }) => id),
    [channels],
  );
  const onAirIds = useOnAirIds(index, published);
  const isLocked = useCallback(
    (block: GuideBlock) => isLockedBlock(block, ground.current.editableFrom(block.channelId)),
    [],
  );
  const blockOf = useCallback(
    (id: string) => [...ground.current.index.values()].flat().find((block) => block.id === id),
    [],
  );
  const toggleRipple = useCallback(() => {
    setRipple(!ground.current.isRipple);
    actions.announce(ground.current.isRipple ? "Ripple off." : "Ripple on: what follows gives way and moves up.");
  }, [actions]);
  return {
    store,
    ground,
    guide,
    state,
    actions,
    reveal,
    pendingIds,
    onAirIds,
    isOnAir: published.length > 0,
    isRipple,
    toggleRipple,
    channelOf,
    zoneOf,
    editableFrom,
    isLocked,
    blockOf,
  };
}

export type GuideDesk = ReturnType<typeof useGuideDesk>;

/** How far a channel is locked. Until the server has said it, what is on the air is locked up to now. */
function useLock(channelOf: (id: string) => Channel): (channelId: string) => number | null {
  const known = useEditableFrom();
  return useCallback(
    (id: string) => {
      const ms = known(id);
      if (ms !== undefined) return ms;
      return channelOf(id).status === "published" ? Math.floor(Date.now() / 1000) * 1000 : null;
    },
    [known, channelOf],
  );
}
