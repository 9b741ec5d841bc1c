"use client";

import { memo, useLayoutEffect, useMemo, useRef } from "react";
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

/** The day as a list, in order, with its gaps: the same blocks, for reading and for screen readers. */
export const Rundown = memo(function Rundown(props: RundownProps) {
  const { day, timeZone, editableFromMs, onFill } = props;
  const blocks = useMemo(() => props.blocks.filter((block) => overlaps(block, day)), [props.blocks, day]);
  const gaps = gapsIn(day, blocks).map((gap) => ({ ...gap, block: null }));
  const rows = [...gaps, ...blocks.map(({ fromMs, toMs, ...rest }) => ({ fromMs, toMs, block: rest }))].sort(
    (a, b) => a.fromMs - b.fromMs,
  );
  const table = useRef<HTMLTableElement>(null);
  useStartAtNow(table, day, blocks.length > 0);
  return (
    <table ref={table} className="w-full border-collapse text-left">
      <caption className="sr-only">Rundown of the day</caption>
      <thead className="sticky top-0 z-10 bg-canvas text-muted text-xs">
        <tr className="[&>th]:h-8 [&>th]:font-medium">
          <th className="min-w-24 pl-4 md:pl-6">Start</th>
          <th className="hidden min-w-20 sm:table-cell">End</th>
          <th className="w-full">Programme</th>
          <th className="pr-4 text-right md:pr-6">Length</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fromMs, toMs, block }) =>
          block ? (
            <RundownRow key={block.id} block={{ ...block, fromMs, toMs }} {...props} />
          ) : (
            <tr key={`gap-${fromMs}`} data-to={toMs} className="times h-9 border-border border-t text-faint text-sm">
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
          ),
        )}
      </tbody>
    </table>
  );
});

/** Opens a day that is under way at what is on now, not at midnight. The page itself is not scrolled. */
function useStartAtNow(table: React.RefObject<HTMLTableElement | null>, day: Stretch, isFilled: boolean) {
  useLayoutEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller || !isFilled || Date.now() < day.fromMs || Date.now() >= day.toMs) return;
    const rows = [...(table.current?.querySelectorAll<HTMLElement>("tr[data-to]") ?? [])];
    const row = rows.find(({ dataset }) => Number(dataset.to) > Date.now());
    if (row) scroller.scrollTop = row.offsetTop - row.offsetHeight * 1.5;
  }, [table, day, isFilled]);
}

function RundownRow(props: RundownProps & { block: GuideBlock }) {
  const { block, timeZone, store, onAirIds, editableFromMs, onPick, onOpen } = props;
  const isSelected = useGuideState(store, ({ selected }) => selected.has(block.id));
  const isOnAir = onAirIds.has(block.id);
  const isLocked = isLockedBlock(block, editableFromMs);
  return (
    <tr
      data-to={block.toMs}
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
