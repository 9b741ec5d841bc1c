"use client";

import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import type { ContentItem } from "@/core/content/contract";
import { type DayName, instantOn, stretchOfDay } from "@/core/schedule/grid-day";
import { earliestOffer, nextFreeStart } from "@/core/schedule/grid-space";
import { dayText } from "@/core/schedule/grid-text";
import { ErrorState } from "../ui/error-state";
import { useMediaQuery } from "../ui/use-media-query";
import { useNow } from "../ui/use-now";
import { BlockDialog } from "./block-dialog";
import { ContentBin } from "./content-bin";
import { DragChip } from "./drag-chip";
import { FillMenu } from "./fill-menu";
import { Guide } from "./guide";
import type { GuideBlock } from "./guide-block";
import { GuideFooter } from "./guide-footer";
import { GuideMoreMenu } from "./guide-more-menu";
import { GuideToolbar } from "./guide-toolbar";
import { isLockedBlock } from "./guide-track";
import { heldSpan } from "./held";
import { Rundown } from "./rundown";
import { NO_DND_SPEECH } from "./silent-dnd";
import { useFocusBlock } from "./use-focus-block";
import { useGuideActions } from "./use-guide-actions";
import type { GuideAddress } from "./use-guide-address";
import { useGuideDrag } from "./use-guide-drag";
import { useGuideView } from "./use-guide-view";
import { useKeyboardMove } from "./use-keyboard-move";
import { useSchedule } from "./use-schedule";

interface ChannelDayProps {
  channel: Channel;
  channels: Channel[];
  today: DayName;
  address: GuideAddress;
  go: (changes: Partial<GuideAddress>, isStep?: boolean) => void;
}

/** One day of one channel: guide, rundown and the content to choose from. */
export function ChannelDay({ channel, channels, today, address, go }: ChannelDayProps) {
  const timeZone = channel.timezone;
  const dayName = address.day ?? today;
  const isNarrow = useMediaQuery("(max-width: 40rem)");
  const zoom = address.zoom ?? (isNarrow ? 60 : dayName === today ? 180 : 1440);
  const day = useMemo(() => stretchOfDay(dayName, timeZone), [dayName, timeZone]);
  const nowMs = useNow();
  const { query, blocks, editableFromMs } = useSchedule(channel.id, day);
  const view = useGuideView(day, zoom, nowMs);
  const actions = useGuideActions(channel.id, day, blocks, timeZone);
  const { place, drop, remove, announce } = actions;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = blocks.find((block) => block.id === openId);
  const isOnAir = channel.status === "published";

  const ground = useMemo(() => ({ axis: view.axis, blocks, editableFromMs }), [view.axis, blocks, editableFromMs]);
  const drag = useGuideDrag(view, ground, drop);
  const select = useCallback((block: GuideBlock) => setSelectedId(block.id), []);
  const open = useCallback((block: GuideBlock) => setOpenId(block.id), []);
  const keyboard = useKeyboardMove({
    ground,
    announce,
    onDrop: drop,
    onOpen: open,
    onRemove: remove,
    isLocked: (block) => isLockedBlock(block, editableFromMs),
    onStep: (held) => {
      view.reveal({ fromMs: held.snap.startMs, toMs: held.snap.startMs + held.holding.durationMs });
      announce(heldSpan(held, timeZone) + (held.refusal ? ", taken" : ""));
    },
  });
  const held = drag.held ?? keyboard.held;
  const focusBlock = useFocusBlock(view);
  const pick = useCallback(
    (block: GuideBlock) => {
      setSelectedId(block.id);
      focusBlock(block);
    },
    [focusBlock],
  );

  // Read when they are asked for, so that the bin is not drawn anew with every second.
  const latest = useRef({ blocks, editableFromMs, day });
  latest.current = { blocks, editableFromMs, day };
  const nextStart = useCallback((durationMs: number) => {
    const { blocks, editableFromMs, day } = latest.current;
    return nextFreeStart(blocks, durationMs, earliestOffer(day, Date.now(), editableFromMs), day.toMs);
  }, []);
  const instantOf = useCallback(
    (timeOfDayMs: number) => instantOn(dayName, timeOfDayMs, timeZone),
    [dayName, timeZone],
  );
  const placeAndShow = useCallback(
    (content: ContentItem, startMs: number) => {
      place(content, startMs);
      view.reveal({ fromMs: startMs, toMs: startMs + (content.durationSeconds ?? 0) * 1000 });
    },
    [place, view.reveal],
  );
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const fillable = useMemo(
    () => (nowMs !== null && day.toMs > nowMs ? { fromMs: Math.max(day.fromMs, nowMs), toMs: day.toMs } : null),
    [day, nowMs],
  );
  const onAirId =
    isOnAir && nowMs !== null ? (blocks.find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)?.id ?? null) : null;

  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={NO_DND_SPEECH}
      onDragStart={(event) => {
        keyboard.putBack();
        drag.onDragStart(event);
      }}
      onDragEnd={drag.onDragEnd}
      onDragCancel={drag.onDragCancel}
    >
      <div className="flex flex-col lg:h-[calc(100dvh-var(--bar-height))]">
        <GuideToolbar
          channels={channels}
          channel={channel}
          day={dayName}
          today={today}
          noonMs={day.fromMs + 43_200_000}
          zoom={zoom}
          onChannel={(channelId) => go({ channelId })}
          onDay={(name) => go({ channelId: channel.id, day: name === today ? null : name })}
          onZoom={(minutes) => go({ zoom: minutes }, false)}
          actions={
            <>
              <FillMenu channelId={channel.id} stretch={fillable} timeZone={timeZone} />
              <GuideMoreMenu
                channel={channel}
                day={dayName}
                onDay={(name) => go({ channelId: channel.id, day: name === today ? null : name })}
              />
            </>
          }
        />
        <Guide
          view={view}
          day={day}
          dayName={dayText(dayName)}
          channelName={channel.name}
          blocks={blocks}
          timeZone={timeZone}
          nowMs={nowMs}
          isOnAir={isOnAir}
          editableFromMs={editableFromMs}
          held={held}
          refusal={actions.refusal}
          onDismissRefusal={actions.dismissRefusal}
          selectedId={selectedId}
          onAirId={onAirId}
          onSelect={select}
          onOpen={open}
          onKeyDown={keyboard.onKeyDown}
          footer={<GuideFooter day={day} blocks={blocks} isDraft={!isOnAir} isLoading={query.isPending} />}
        />
        <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
          <div className="order-2 min-w-0 flex-1 lg:order-1 lg:overflow-y-auto">
            {query.isError && !query.data ? (
              <ErrorState
                title="The day could not be loaded"
                error={query.error}
                onRetry={() => query.refetch()}
                retrying={query.isFetching}
              />
            ) : (
              <Rundown
                day={day}
                blocks={blocks}
                timeZone={timeZone}
                selectedId={selectedId}
                onAirId={onAirId}
                editableFromMs={editableFromMs}
                onPick={pick}
                onOpen={open}
              />
            )}
          </div>
          <aside className="order-1 flex max-h-[45dvh] min-h-0 flex-col border-border border-b lg:order-2 lg:max-h-none lg:w-80 lg:border-b-0 lg:border-l 2xl:w-96 [&>section]:flex-1">
            <ContentBin nextStart={nextStart} timeZone={timeZone} onPlace={placeAndShow} instantOf={instantOf} />
          </aside>
        </div>
      </div>
      <DragOverlay dropAnimation={null}>
        {drag.dragged && !drag.held && <DragChip title={drag.dragged.title} />}
      </DragOverlay>
      {opened && (
        <BlockDialog
          channelId={channel.id}
          block={opened}
          blocks={blocks}
          timeZone={timeZone}
          editableFromMs={editableFromMs}
          onClose={() => setOpenId(null)}
          onChange={actions.change}
          onRemove={remove}
        />
      )}
      <p className="sr-only" role="status" aria-live="assertive">
        {drag.held ? heldSpan(drag.held, timeZone) + (drag.held.refusal ? ", taken" : "") : actions.announcement}
      </p>
    </DndContext>
  );
}
