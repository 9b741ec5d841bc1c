"use client";

import { CalendarCheck } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Channel } from "@/core/channels/contract";
import type { ContentItem } from "@/core/content/contract";
import { nextZoom, ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { type DayName, dayOf, instantOn, parseTimeOfDay, stretchOfDay, wallClockMs } from "@/core/schedule/grid-day";
import { earliestOffer, nextFreeStart } from "@/core/schedule/grid-space";
import { clockText, dayText } from "@/core/schedule/grid-text";
import { idOf } from "@/core/schedule/guide-edit";
import { type GuideRow, rowIndexOf } from "@/core/schedule/guide-rows";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { useMediaQuery } from "../ui/use-media-query";
import { ContentBin } from "./content-bin";
import type { EditQueue } from "./edit-queue";
import type { Ground } from "./ground";
import { Guide } from "./guide";
import { type GuideBlock, isLockedBlock, newBlockOf } from "./guide-block";
import { type Asked, GuideDialogs } from "./guide-dialogs";
import { GuideFooter } from "./guide-footer";
import { isWithinReach, layoutOf, rowPxOf, wantedDays } from "./guide-layout";
import { GuideMoreMenu } from "./guide-more-menu";
import { GuideSpeech } from "./guide-speech";
import { GuideStore } from "./guide-store";
import { GuideToolbar } from "./guide-toolbar";
import { LeftOutNotice } from "./left-out-notice";
import { PlaceMenu } from "./place-menu";
import { RowHead } from "./row-head";
import { Rundown } from "./rundown";
import { useEditQueue } from "./use-edit-queue";
import { useGuideActions } from "./use-guide-actions";
import type { GuideAddress, ViewName } from "./use-guide-address";
import { useGuideBlocks } from "./use-guide-blocks";
import { useGuideGestures } from "./use-guide-gestures";
import { useGuideKeys } from "./use-guide-keys";
import { HEAD_PX, useGuideView } from "./use-guide-view";
import { useOnAirIds } from "./use-on-air-ids";
import { usePlaceMenu } from "./use-place-menu";
import { useEditableFrom, useFreshSchedules } from "./use-schedule-sync";
import { useSurface } from "./use-surface";

interface ScheduleBoardProps {
  channel: Channel;
  channels: Channel[];
  today: DayName;
  address: GuideAddress;
  go: (changes: Partial<GuideAddress>, isStep?: boolean) => void;
}

/** The guide of all channels, or of one by the week or as a list, with the content to choose from. */
export function ScheduleBoard({ channel, channels, today, address, go }: ScheduleBoardProps) {
  const { timezone } = channel;
  const isNarrow = useMediaQuery("(max-width: 40rem)");
  const viewName: ViewName = address.view ?? (isNarrow ? "list" : "channels");
  const dayName = address.day ?? today;
  const zoom = address.zoom ?? (viewName === "week" ? 1440 : isNarrow ? 60 : 180);
  const [kept, setAnchor] = useState(dayName);
  const anchor = viewName === "channels" && isWithinReach(dayName, kept) ? kept : dayName;
  if (anchor !== kept) setAnchor(anchor);
  const { rows, stretch, nights } = useMemo(
    () => layoutOf(viewName, channels, channel, anchor),
    [viewName, channels, channel, anchor],
  );
  const day = useMemo(() => stretchOfDay(dayName, timezone), [dayName, timezone]);
  const rowPx = rowPxOf(viewName, rows.length);
  const startMs = useStartMs(viewName, stretch.fromMs, address, channel, dayName, today, zoom);
  const view = useGuideView({
    stretch,
    rows,
    zoom,
    rowPx,
    headPx: isNarrow ? HEAD_PX.narrow : HEAD_PX.wide,
    startMs,
    onScrolled: (leftMs) => {
      if (viewName === "list") return;
      const time = clockText(leftMs, timezone, "minutes");
      if (viewName === "week") return go({ time }, false);
      const name = dayOf(leftMs + 60_000, timezone);
      go({ day: name === today && address.day === null ? null : name, time }, false);
    },
  });

  const [store] = useState(() => new GuideStore());
  const [isRipple, setRipple] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const channelOf = useCallback(
    (id: string) => channels.find((each) => each.id === id) ?? channel,
    [channels, channel],
  );
  const zoneOf = useCallback((id: string) => channelOf(id).timezone, [channelOf]);
  const editableNow = useRef<(channelId: string) => number | null>(() => null);
  const queueNow = useRef<EditQueue | null>(null);
  const ground = useRef<Ground>({
    axis: view.axis,
    rows,
    isWeek: viewName === "week",
    index: new Map(),
    editableFrom: (id) => editableNow.current(id),
    isRipple,
  });
  const actions = useGuideActions(queueNow, { store, ground, zoneOf });
  const { queue, state } = useEditQueue(editableNow, actions.refuse);
  queueNow.current = queue;
  const known = useEditableFrom();
  const editableFrom = useCallback(
    (id: string) => {
      const ms = known(id);
      if (ms !== undefined) return ms;
      return channelOf(id).status === "published" ? Math.floor(Date.now() / 1000) * 1000 : null;
    },
    [known, channelOf],
  );
  editableNow.current = editableFrom;

  const wanted = useMemo(() => {
    if (viewName === "list") return [{ channelId: channel.id, day }];
    const halfMs = (view.drawn.toMs - view.drawn.fromMs) / 5;
    const seen = { fromMs: view.drawn.fromMs + halfMs, toMs: view.drawn.toMs - halfMs };
    const drawnRows = rows.slice(view.drawnRows.first, view.drawnRows.last + 1);
    return wantedDays(drawnRows, seen, timezone);
  }, [viewName, channel.id, day, view.drawn, view.drawnRows, rows, timezone]);
  const guide = useGuideBlocks(wanted, state.pending);
  const { index } = guide;
  useFreshSchedules(queue, index);
  ground.current = { ...ground.current, axis: view.axis, rows, isWeek: viewName === "week", index, isRipple };

  const pendingIds = useMemo(() => new Set(state.pending.flatMap((edit) => edit.changes.map(idOf))), [state.pending]);
  const published = useMemo(
    () => channels.filter(({ status }) => status === "published").map(({ id }) => id),
    [channels],
  );
  const onAirIds = useOnAirIds(index, published);
  const isLocked = useCallback((block: GuideBlock) => isLockedBlock(block, editableNow.current(block.channelId)), []);

  const revealBlock = useCallback(
    (block: GuideBlock) => {
      const row = rowIndexOf(ground.current.rows, block.channelId, block.fromMs);
      if (row >= 0) view.reveal(row, block);
    },
    [view.reveal],
  );
  const focusBlock = useCallback(
    (block: GuideBlock) => {
      store.set({ focusedId: block.id });
      revealBlock(block);
      // What was out of sight is drawn in the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          view.surface.current
            ?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(block.id)}"]`)
            ?.focus({ preventScroll: true }),
        ),
      );
    },
    [revealBlock, store, view.surface],
  );
  const openBlock = useCallback((block: GuideBlock) => setAsked({ what: "block", blockId: block.id }), []);
  const zoomTo = useCallback(
    (next: ZoomMinutes, clientX?: number) => {
      const box = view.scroller.current?.getBoundingClientRect();
      view.keep(clientX ?? (box ? box.left + box.width / 2 : 0));
      go({ zoom: next }, false);
    },
    [go, view.keep, view.scroller],
  );
  const zoomNow = useRef(zoom);
  zoomNow.current = zoom;
  const zoomBy = useCallback(
    (step: -1 | 1, clientX?: number) => zoomTo(nextZoom(zoomNow.current, step), clientX),
    [zoomTo],
  );
  const onWheelZoom = useCallback((clientX: number, step: -1 | 1) => zoomBy(step, clientX), [zoomBy]);
  const showNow = useCallback(() => view.scrollTo(Date.now()), [view.scrollTo]);
  const toggleRipple = useCallback(() => {
    setRipple((before) => !before);
    actions.announce(isRipple ? "Ripple off." : "Ripple on: what follows gives way and moves up.");
  }, [actions, isRipple]);
  const pasteTarget = useCallback(() => {
    const { caret } = store.state;
    if (caret) return caret;
    const last = actions
      .selection()
      .sort((a, b) => a.toMs - b.toMs)
      .at(-1);
    if (last) return { row: Math.max(0, rowIndexOf(rows, last.channelId, last.fromMs)), atMs: last.toMs };
    const row = Math.max(
      0,
      rows.findIndex((each) => each.channelId === channel.id),
    );
    return { row, atMs: view.leftEdgeMs() };
  }, [actions, channel.id, rows, store, view.leftEdgeMs]);

  const gestures = useGuideGestures({
    view,
    ground,
    store,
    isLocked,
    onDrop: actions.drop,
    onPress: (place) => surface.onPress(place),
  });
  const surface = useSurface({ view, ground, store, gestures, isLocked, onOpen: openBlock, onAsk: setAsked });
  const menu = usePlaceMenu({ view, ground, store });
  const page = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  useGuideKeys({
    page,
    board,
    store,
    ground,
    actions,
    isLocked,
    zoneOf,
    onOpen: openBlock,
    onFocus: focusBlock,
    onReveal: revealBlock,
    onZoom: zoomBy,
    onNow: showNow,
    onRipple: toggleRipple,
    pasteTarget,
  });

  const showDay = useCallback(
    (name: DayName) => {
      const leftMs = view.leftEdgeMs();
      const timeOfDayMs = wallClockMs(leftMs, timezone) % 86_400_000;
      go({ channelId: channel.id, day: name === today ? null : name });
      if (viewName === "channels")
        view.scrollTo(
          name === today ? Date.now() : instantOn(name, timeOfDayMs, timezone),
          name === today ? 0.25 : 0,
          "instant",
        );
    },
    [channel.id, go, timezone, today, view.leftEdgeMs, view.scrollTo, viewName],
  );
  const line = index.get(channel.id) ?? NOBODY;
  const latest = useRef({ line, day, id: channel.id });
  latest.current = { line, day, id: channel.id };
  const nextStart = useCallback((durationMs: number) => {
    const { line, day, id } = latest.current;
    return nextFreeStart(line, durationMs, earliestOffer(day, Date.now(), editableNow.current(id)), day.toMs);
  }, []);
  const instantOf = useCallback(
    (timeOfDayMs: number) => instantOn(dayName, timeOfDayMs, timezone),
    [dayName, timezone],
  );
  const placeNew = useCallback(
    (content: ContentItem, startMs: number) => {
      const block = newBlockOf(content, uuidv7(), latest.current.id);
      const placed = { ...block, fromMs: startMs, toMs: startMs + (block.contentMs ?? 0) };
      if (actions.place(placed)) revealBlock(placed);
    },
    [actions, revealBlock],
  );
  const grabContent = useCallback(
    (event: React.PointerEvent, content: ContentItem) =>
      gestures.pressContent(event, newBlockOf(content, "held", latest.current.id)),
    [gestures],
  );
  const headOf = useCallback(
    (row: GuideRow) => (
      <RowHead
        row={row}
        channel={channelOf(row.channelId)}
        today={today}
        rulerZone={timezone}
        isChosen={row.channelId === channel.id}
        onPick={() => go({ channelId: row.channelId })}
      />
    ),
    [channel.id, channelOf, go, timezone, today],
  );
  const labelOf = useCallback(
    (row: GuideRow) => (row.day ? dayText(row.day) : `${channelOf(row.channelId).name}, ${dayText(dayName)}`),
    [channelOf, dayName],
  );
  const blockOf = useCallback(
    (id: string) => [...ground.current.index.values()].flat().find((block) => block.id === id),
    [],
  );
  const isOver = day.toMs <= Date.now();
  const fill = () => {
    const fromMs = Math.max(day.fromMs, Math.ceil(Date.now() / 60_000) * 60_000);
    setAsked({ what: "fill", channelId: channel.id, stretch: { fromMs, toMs: day.toMs } });
  };
  const hasRoomBelow = viewName === "channels" && rows.length <= 3;

  return (
    <div ref={page} className="flex flex-col lg:h-[calc(100dvh-var(--bar-height))] lg:flex-row">
      <div ref={board} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GuideToolbar
          channels={channels}
          channel={channel}
          day={dayName}
          today={today}
          noonMs={day.fromMs + 43_200_000}
          view={viewName}
          zoom={zoom}
          onChannel={(channelId) => go({ channelId })}
          onDay={showDay}
          onView={(name) => go({ view: name, zoom: null, time: null })}
          onZoom={(next) => zoomTo(next)}
          isRipple={isRipple}
          onRipple={toggleRipple}
          undo={{ label: state.log.done.at(-1)?.label ?? null, run: actions.undo }}
          redo={{ label: state.log.undone.at(-1)?.label ?? null, run: actions.redo }}
          saving={state.isStalled ? "stalled" : state.pending.length > 0 ? "saving" : "saved"}
          actions={
            <>
              <Button icon={<CalendarCheck aria-hidden />} disabled={isOver} onClick={fill}>
                Fill gaps
              </Button>
              <GuideMoreMenu channel={channel} onAsk={setAsked} />
            </>
          }
        />
        <LeftOutNotice channels={channels} />
        {guide.error && guide.isEmptySoFar ? (
          <ErrorState title="The guide could not be loaded" error={guide.error} onRetry={guide.retry} />
        ) : viewName === "list" ? (
          guide.isEmptySoFar ? (
            <Skeleton className="m-4 h-72" />
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto border-border border-t">
              <Rundown
                day={day}
                blocks={line}
                timeZone={timezone}
                store={store}
                onAirIds={onAirIds}
                editableFromMs={editableFrom(channel.id)}
                onPick={openBlock}
                onOpen={openBlock}
                onFill={(gap) => setAsked({ what: "fill", channelId: channel.id, stretch: gap })}
              />
            </div>
          )
        ) : (
          <>
            <div
              className="flex min-h-64 flex-col"
              style={hasRoomBelow ? { flex: "none", height: rows.length * rowPx + 128 } : { flex: "1 1 0" }}
            >
              <Guide
                view={view}
                rows={rows}
                timeZone={timezone}
                nights={nights}
                index={index}
                store={store}
                pendingIds={pendingIds}
                loaded={guide.loaded}
                zoneOf={zoneOf}
                labelOf={labelOf}
                headOf={headOf}
                blockOf={blockOf}
                onAirIds={onAirIds}
                editableFrom={editableFrom}
                isOnAir={published.length > 0}
                onPointerDown={surface.onPointerDown}
                onDoubleClick={surface.onDoubleClick}
                onContextMenu={menu.onContextMenu}
                onWheelZoom={onWheelZoom}
                onNowMenu={menu.onNowMenu}
              />
            </div>
            {hasRoomBelow && !guide.isEmptySoFar && (
              <div className="min-h-40 flex-1 overflow-y-auto">
                <Rundown
                  day={day}
                  blocks={line}
                  timeZone={timezone}
                  store={store}
                  onAirIds={onAirIds}
                  editableFromMs={editableFrom(channel.id)}
                  onPick={focusBlock}
                  onOpen={openBlock}
                />
              </div>
            )}
          </>
        )}
        <div className="border-border border-t">
          <GuideFooter
            channelName={channel.name}
            day={day}
            blocks={line}
            isDraft={channel.status === "draft"}
            isLoading={guide.isEmptySoFar}
            error={guide.error}
            onRetry={guide.retry}
          />
        </div>
      </div>
      <aside className="flex max-h-[50dvh] min-h-0 flex-col border-border border-t lg:max-h-none lg:w-72 lg:border-t-0 lg:border-l 2xl:w-88 [&>section]:min-h-0 [&>section]:flex-1">
        <ContentBin
          nextStart={nextStart}
          timeZone={timezone}
          onPlace={placeNew}
          onGrab={grabContent}
          instantOf={instantOf}
        />
      </aside>
      {menu.place && (
        <PlaceMenu
          place={menu.place}
          zoneOf={zoneOf}
          actions={actions}
          isLocked={isLocked}
          onAsk={setAsked}
          onClose={menu.close}
        />
      )}
      <GuideDialogs
        asked={asked}
        channels={channels}
        channel={channel}
        day={dayName}
        index={index}
        pendingIds={pendingIds}
        editableFrom={editableFrom}
        actions={actions}
        onAsk={setAsked}
        onDay={showDay}
      />
      <GuideSpeech text={actions.announcement} store={store} zoneOf={zoneOf} />
    </div>
  );
}

const NOBODY: readonly GuideBlock[] = [];
/** What is now stands a quarter into the screen. */
const NOW_SHARE = 0.25;

/** Where the left edge is when the guide is first drawn: as the address says, else at what is now, else at the evening. */
function useStartMs(
  view: ViewName,
  axisFromMs: number,
  address: GuideAddress,
  { timezone }: Channel,
  dayName: DayName,
  today: DayName,
  zoom: ZoomMinutes,
): number {
  return useMemo(() => {
    const timeMs = address.time === null ? null : parseTimeOfDay(address.time);
    const spanMs = zoom * 60_000;
    if (view === "week") return axisFromMs + (timeMs ?? (zoom === ZOOM_MINUTES[0] ? 0 : 17 * 3_600_000));
    if (timeMs !== null) return instantOn(dayName, timeMs, timezone);
    const { fromMs, toMs } = stretchOfDay(dayName, timezone);
    if (zoom === ZOOM_MINUTES[0]) return fromMs;
    const wantedMs = dayName === today ? Date.now() - spanMs * NOW_SHARE : instantOn(dayName, 17 * 3_600_000, timezone);
    return Math.max(fromMs, Math.min(wantedMs, toMs - spanMs));
  }, [view, axisFromMs, address.time, timezone, dayName, today, zoom]);
}
