"use client";

import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { Fragment, memo, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { gapsIn } from "@/core/schedule/gaps";
import { overlaps } from "@/core/schedule/grid-space";
import { clockText, lengthText, runtimeText } from "@/core/schedule/grid-text";
import { Thumbnail } from "../library/thumbnail";
import { Badge, Tally } from "../ui/badge";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { type GuideBlock, isLockedBlock, isOutsideRights } from "./guide-block";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface RundownProps {
  day: Stretch;
  blocks: readonly GuideBlock[];
  timeZone: string;
  store: GuideStore;
  onAirIds: ReadonlySet<string>;
  editableFromMs: number | null;
  onPick: (block: GuideBlock) => void;
  onOpen: (block: GuideBlock) => void;
  /** Offers to fill a gap from its line. */
  onFill?: (gap: Stretch) => void;
}

const [BLOCK_PX, GAP_PX, HEAD_PX] = [53, 37, 32];
/** So many rows cost nothing, and find-in-page reads them all. */
const FEW = 300;
/** More than a screen of them: a day of short clips has thousands. */
const OVERSCAN = 10;

/** The day as a list, in order, with its gaps: the same blocks, for reading and for screen readers. */
export const Rundown = memo(function Rundown(props: RundownProps) {
  const { day } = props;
  const lines = useMemo(() => linesOf(props.blocks, day), [props.blocks, day]);
  const table = useRef<HTMLTableElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => table.current?.parentElement ?? null,
    estimateSize: (index) => (lines[index]?.block ? BLOCK_PX : GAP_PX),
    getItemKey: useCallback((index: number) => keyOf(lines[index]), [lines]),
    // The row that has the focus stays, however far the list is scrolled.
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), table.current, range.count),
    overscan: lines.length <= FEW ? lines.length : OVERSCAN,
    paddingStart: HEAD_PX,
  });
  useStartAtNow(virtual, lines, day);
  const shown = virtual.getVirtualItems();
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? HEAD_PX);
  return (
    <table ref={table} className="w-full border-collapse text-left" aria-rowcount={lines.length + 1}>
      <caption className="sr-only">Rundown of the day</caption>
      <thead className="sticky top-0 z-10 bg-canvas text-muted text-xs">
        <tr className="[&>th]:h-8 [&>th]:font-medium" aria-rowindex={1}>
          <th className="min-w-24 pl-4 md:pl-6">Start</th>
          <th className="hidden min-w-20 sm:table-cell">End</th>
          <th className="w-full">Programme</th>
          <th className="pr-4 text-right md:pr-6">Length</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ index, key, start }, at) => {
          const line = lines[index];
          const place = { ref: virtual.measureElement, "data-index": index, "aria-rowindex": index + 2 };
          if (!line) return null;
          return (
            <Fragment key={key}>
              <Spacer px={start - (shown[at - 1]?.end ?? HEAD_PX)} />
              {line.block ? (
                <RundownRow block={line.block} place={place} {...props} />
              ) : (
                <GapRow gap={line} place={place} {...props} />
              )}
            </Fragment>
          );
        })}
        <Spacer px={below} />
      </tbody>
    </table>
  );
});

/** The rows that are drawn, and that which has the focus. */
function withFocused(drawn: number[], table: HTMLTableElement | null, count: number): number[] {
  const row = table?.contains(document.activeElement) && document.activeElement?.closest("tr[data-index]");
  const index = row ? Number(row.getAttribute("data-index")) : -1;
  if (index < 0 || index >= count || drawn.includes(index)) return drawn;
  return [...drawn, index].sort((a, b) => a - b);
}

/** A block or a gap of the day. */
interface Line extends Stretch {
  block: GuideBlock | null;
}

function linesOf(all: readonly GuideBlock[], day: Stretch): Line[] {
  const blocks = all.filter((block) => overlaps(block, day));
  const gaps = gapsIn(day, blocks).map((gap) => ({ ...gap, block: null }));
  return [...gaps, ...blocks.map((block) => ({ fromMs: block.fromMs, toMs: block.toMs, block }))].sort(
    (a, b) => a.fromMs - b.fromMs,
  );
}

const keyOf = (line: Line | undefined) => line?.block?.id ?? `gap-${line?.fromMs}`;

/** Takes the room of the rows that are not there. */
function Spacer({ px }: { px: number }) {
  return px > 0 && <tr aria-hidden style={{ height: px }} />;
}

/** Opens a day that is under way at what is on now, not at midnight. The page itself is not scrolled. */
function useStartAtNow(virtual: Virtualizer<HTMLElement, Element>, lines: readonly Line[], day: Stretch) {
  const opened = useRef<Stretch | null>(null);
  const isFilled = lines.some(({ block }) => block !== null);
  useLayoutEffect(() => {
    if (opened.current === day || !isFilled) return;
    opened.current = day;
    if (Date.now() < day.fromMs || Date.now() >= day.toMs) return;
    const index = lines.findIndex(({ toMs }) => toMs > Date.now());
    // The line before stays in sight, below the head.
    const [offset] = virtual.getOffsetForIndex(Math.max(0, index - 1), "start") ?? [];
    if (index > 0 && offset !== undefined) virtual.scrollToOffset(offset - HEAD_PX);
  }, [virtual, lines, isFilled, day]);
}

interface Place {
  ref: (row: Element | null) => void;
  "data-index": number;
  "aria-rowindex": number;
}

function GapRow({ gap, place, timeZone, editableFromMs, onFill }: RundownProps & { gap: Stretch; place: Place }) {
  const { fromMs, toMs } = gap;
  return (
    <tr {...place} className="times h-9 border-border border-t text-faint text-sm">
      <td className="pl-4 md:pl-6">{clockText(fromMs, timeZone)}</td>
      <td className="hidden sm:table-cell">{clockText(toMs, timeZone)}</td>
      <td>
        Gap
        {onFill && toMs > (editableFromMs ?? 0) && (
          <Button
            size="sm"
            tone="quiet"
            className="ml-2"
            onClick={() => onFill({ fromMs: Math.max(fromMs, editableFromMs ?? 0), toMs })}
          >
            Fill…
          </Button>
        )}
      </td>
      <td className="whitespace-nowrap pr-4 text-right md:pr-6">{lengthText(toMs - fromMs, true)}</td>
    </tr>
  );
}

function RundownRow(props: RundownProps & { block: GuideBlock; place: Place }) {
  const { block, place, timeZone, store, onAirIds, editableFromMs, onPick, onOpen } = props;
  const isSelected = useGuideState(store, ({ selected }) => selected.has(block.id));
  const isOnAir = onAirIds.has(block.id);
  const isLocked = isLockedBlock(block, editableFromMs);
  return (
    <tr
      {...place}
      className={cn(
        "h-13 border-border border-t hover:bg-hover",
        isSelected && "bg-accent-soft hover:bg-accent-soft",
        isLocked && !isOnAir && "text-muted",
      )}
      onClick={() => onPick(block)}
      onDoubleClick={() => onOpen(block)}
    >
      <td className="times pl-4 md:pl-6">{clockText(block.fromMs, timeZone)}</td>
      <td className="times hidden text-muted sm:table-cell">{clockText(block.toMs, timeZone)}</td>
      <td>
        <span className="flex items-center gap-3">
          <Thumbnail url={block.thumbnailUrl} className="w-14 max-sm:hidden" />
          <button
            type="button"
            className="min-w-0 truncate rounded-sm text-left font-medium hover:underline"
            aria-label={`Open ${block.title} at ${clockText(block.fromMs, timeZone)}`}
            onClick={(event) => {
              event.stopPropagation();
              onOpen(block);
            }}
          >
            {block.title}
          </button>
          {isOnAir && (
            <span className="flex items-center gap-1.5 whitespace-nowrap font-semibold text-on-air text-xs">
              <Tally />
              ON AIR
            </span>
          )}
          {isOutsideRights(block) && <Badge tone="warn">Rights do not cover it</Badge>}
          {block.kind === "filler" && <span className="text-muted text-xs">Filler</span>}
        </span>
      </td>
      <td className="times pr-4 text-right text-muted md:pr-6">{runtimeText(block.toMs - block.fromMs)}</td>
    </tr>
  );
}
