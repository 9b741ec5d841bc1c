"use client";

import { useCallback } from "react";
import { dayText } from "@/core/schedule/grid-text";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { ErrorState } from "../ui/error-state";
import { Guide } from "./guide";
import type { GuideBlock } from "./guide-block";
import { ListSkeleton, RowsSkeleton } from "./guide-skeleton";
import { RowHead } from "./row-head";
import { Rundown } from "./rundown";
import type { GuideDesk } from "./use-guide-desk";
import type { GuideFrame, GuideSubject } from "./use-guide-frame";
import type { GuideInput } from "./use-guide-input";
import type { GuideTravel } from "./use-guide-travel";

interface GuidePaneProps {
  subject: GuideSubject;
  frame: GuideFrame;
  desk: GuideDesk;
  travel: GuideTravel;
  input: GuideInput;
  /** The blocks of the chosen channel. */
  line: readonly GuideBlock[];
  onPick: (channelId: string) => void;
}

/** Room for the ruler, the scroll bar and a little air below the rows. */
const AROUND_ROWS_PX = 128;

/** The guide itself in the view that is chosen; where few rows leave room, the day as a list below it. */
export function GuidePane({ subject, frame, desk, travel, input, line, onPick }: GuidePaneProps) {
  const { channel, today } = subject;
  const { viewName, dayName, day, rows, view } = frame;
  const { store, guide, channelOf, zoneOf, editableFrom } = desk;
  const { timezone } = channel;
  const headOf = useCallback(
    (row: GuideRow) => (
      <RowHead
        row={row}
        channel={channelOf(row.channelId)}
        today={today}
        rulerZone={timezone}
        isChosen={row.channelId === channel.id}
        onPick={() => onPick(row.channelId)}
      />
    ),
    [channel.id, channelOf, onPick, timezone, today],
  );
  const labelOf = useCallback(
    (row: GuideRow) => (row.day ? dayText(row.day) : `${channelOf(row.channelId).name}, ${dayText(dayName)}`),
    [channelOf, dayName],
  );
  if (!frame.isLive) return <RowsSkeleton />;
  if (guide.error && guide.isEmptySoFar) {
    return <ErrorState title="The guide could not be loaded" error={guide.error} onRetry={guide.retry} />;
  }
  const rundown = {
    day,
    blocks: line,
    timeZone: timezone,
    store,
    onAirIds: desk.onAirIds,
    editableFromMs: editableFrom(channel.id),
    onOpen: input.onOpen,
    onFill: (gap: { fromMs: number; toMs: number }) => input.onFill({ channelId: channel.id, row: 0, ...gap }),
  };
  if (viewName === "list") {
    if (guide.isEmptySoFar) return <ListSkeleton />;
    return (
      <div className="min-h-0 flex-1 overflow-y-auto border-border border-t">
        <Rundown {...rundown} onPick={input.onOpen} />
      </div>
    );
  }
  const hasRoomBelow = viewName === "channels" && rows.length <= 3 && !frame.isNarrow;
  return (
    <>
      <div
        className="flex min-h-40 flex-col lg:min-h-64"
        style={hasRoomBelow ? { flex: "none", height: rows.length * view.rowPx + AROUND_ROWS_PX } : { flex: "1 1 0" }}
      >
        <Guide
          view={view}
          rows={rows}
          timeZone={timezone}
          nights={frame.nights}
          index={guide.index}
          store={store}
          pendingIds={desk.pendingIds}
          loaded={guide.loaded}
          zoneOf={zoneOf}
          labelOf={labelOf}
          headOf={headOf}
          blockOf={desk.blockOf}
          onAirIds={desk.onAirIds}
          editableFrom={editableFrom}
          isOnAir={desk.isOnAir}
          onPointerDown={input.surface.onPointerDown}
          onFocus={input.surface.onFocus}
          onDoubleClick={input.surface.onDoubleClick}
          onContextMenu={input.menu.onContextMenu}
          onWheelZoom={travel.onWheelZoom}
          onNowMenu={input.menu.onNowMenu}
        />
      </div>
      {hasRoomBelow && (
        <div className="min-h-40 flex-1 overflow-y-auto">
          {!guide.isEmptySoFar && <Rundown {...rundown} onPick={travel.focusBlock} />}
        </div>
      )}
    </>
  );
}
