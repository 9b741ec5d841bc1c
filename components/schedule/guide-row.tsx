"use client";

import { memo, useMemo } from "react";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import { type Axis, widthOf } from "@/core/schedule/grid-axis";
import { overlaps } from "@/core/schedule/grid-space";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { GuideGaps, LockedBand } from "./guide-bands";
import { type GuideBlock, isLockedBlock } from "./guide-block";
import { GuideBlockButton } from "./guide-block-button";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface GuideRowLineProps {
  row: GuideRow;
  line: readonly GuideBlock[];
  axis: Axis;
  /** As time along the axis. */
  drawn: Stretch;
  timeZone: string;
  label: string;
  store: GuideStore;
  pendingIds: ReadonlySet<string>;
  onAirId: string | null;
  editableFromMs: number | null;
  isFirst: boolean;
  /** What is known of the channel; null while nothing is. */
  loaded: Stretch | null;
}

/** One line of the guide: its gaps, what of its blocks is worth drawing, and how far it is locked. */
export const GuideRowLine = memo(function GuideRowLine(props: GuideRowLineProps) {
  const { row, line, axis, drawn, store, editableFromMs } = props;
  // Written by the second: what moves every few seconds must not draw every block anew.
  const visible = useMemo(() => {
    const byMs = row.fromMs - axis.fromMs;
    return { fromMs: drawn.fromMs + byMs, toMs: drawn.toMs + byMs };
  }, [axis, drawn, row]);
  const shown = useMemo(
    () => line.filter((block) => overlaps(block, visible) && overlaps(block, row)),
    [line, visible, row],
  );
  const focused = useGuideState(store, ({ focusedId }) => line.find(({ id }) => id === focusedId) ?? null);
  const { loaded } = props;
  const known = useMemo(
    () => loaded && { fromMs: Math.max(row.fromMs, loaded.fromMs), toMs: Math.min(row.toMs, loaded.toMs) },
    [row, loaded],
  );
  const gaps = useMemo(() => (known && known.fromMs < known.toMs ? gapsIn(known, line) : []), [known, line]);
  const isUnread = known === null;
  // The one that the keyboard is on stays, so that it keeps the focus while the guide scrolls.
  const blocks = focused && overlaps(focused, row) && !shown.includes(focused) ? [...shown, focused] : shown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form; this is a line of a guide.
    <div
      role="group"
      data-testid="guide-track"
      data-channel={row.channelId}
      data-from={new Date(row.fromMs).toISOString()}
      data-px-per-second={axis.pxPerMs * 1000}
      aria-label={props.label}
      className="absolute inset-y-0 left-(--head) overflow-x-clip"
      style={{ width: widthOf(axis, row.toMs - row.fromMs) }}
    >
      {isUnread && (
        <span
          aria-hidden
          className="absolute inset-y-1 animate-shimmer rounded-sm bg-sunken"
          style={{
            left: widthOf(axis, Math.max(0, visible.fromMs - row.fromMs)),
            width: widthOf(axis, Math.min(visible.toMs, row.toMs) - Math.max(visible.fromMs, row.fromMs)),
          }}
        />
      )}
      <GuideGaps
        gaps={gaps}
        rowFromMs={row.fromMs}
        axis={axis}
        drawn={visible}
        openFromMs={row.day === null ? known?.fromMs : undefined}
        openToMs={row.day === null ? known?.toMs : undefined}
      />
      {blocks.map((block, at) => (
        <GuideBlockButton
          key={block.id}
          block={block}
          rowFromMs={row.fromMs}
          axis={axis}
          timeZone={props.timeZone}
          store={store}
          isOnAir={block.id === props.onAirId}
          isLocked={isLockedBlock(block, editableFromMs)}
          isPending={props.pendingIds.has(block.id)}
          isEntry={props.isFirst && at === 0}
        />
      ))}
      <LockedBand axis={axis} row={row} editableFromMs={editableFromMs} timeZone={props.timeZone} />
    </div>
  );
});
