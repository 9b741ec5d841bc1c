"use client";

import {
  type FocusEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
} from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { widthOf } from "@/core/schedule/grid-axis";
import type { GuideIndex } from "@/core/schedule/guide-index";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { cn } from "../ui/cn";
import { zoneName } from "../ui/format-time";
import { NightShade } from "./guide-bands";
import type { GuideBlock } from "./guide-block";
import { GuideGhosts } from "./guide-ghosts";
import { NowLabel, NowLine } from "./guide-now";
import { GuideRowLine } from "./guide-row";
import { GuideLines, GuideRuler } from "./guide-ruler";
import type { GuideStore } from "./guide-store";
import { type GuideView, RULER_PX } from "./use-guide-view";

interface GuideProps {
  view: GuideView;
  rows: readonly GuideRow[];
  /** What the ruler's clock shows. */
  timeZone: string;
  nights: readonly Stretch[];
  index: GuideIndex<GuideBlock>;
  store: GuideStore;
  pendingIds: ReadonlySet<string>;
  loaded: ReadonlyMap<string, Stretch>;
  zoneOf: (channelId: string) => string;
  labelOf: (row: GuideRow) => string;
  headOf: (row: GuideRow) => ReactNode;
  blockOf: (id: string) => GuideBlock | undefined;
  onAirIds: ReadonlySet<string>;
  editableFrom: (channelId: string) => number | null;
  isOnAir: boolean;
  onPointerDown: (event: PointerEvent) => void;
  onFocus: (event: FocusEvent) => void;
  onDoubleClick: (event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
  onWheelZoom: (clientX: number, step: -1 | 1) => void;
  onNowMenu: (at: { x: number; y: number }, atMs: number) => void;
}

const NOBODY: readonly GuideBlock[] = [];

/** The guide: time runs to the right, one line for each row. It draws what can be seen, and a little around it. */
export const Guide = memo(function Guide(props: GuideProps) {
  const { view, rows, timeZone, index, store } = props;
  const { axis, drawn, drawnRows, rowPx, headPx } = view;
  useWheelZoom(view.scroller, props.onWheelZoom);
  const isWeek = rows[0]?.day != null;
  return (
    <section
      ref={view.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
      tabIndex={0}
      aria-label="Guide"
      className="relative min-h-0 flex-1 overflow-auto overscroll-x-contain border-border border-y bg-surface focus-visible:-outline-offset-2"
      style={{ ["--head" as string]: `${headPx}px` }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the blocks inside are the controls; this only follows the pointer. */}
      <div
        ref={view.surface}
        data-testid="guide-surface"
        className="relative"
        style={{ width: headPx + widthOf(axis, axis.toMs - axis.fromMs), height: RULER_PX + rows.length * rowPx + 56 }}
        onPointerDown={props.onPointerDown}
        onFocus={props.onFocus}
        onDoubleClick={props.onDoubleClick}
        onContextMenu={props.onContextMenu}
      >
        <div className="sticky top-0 z-30 border-border border-b bg-surface" style={{ height: RULER_PX }}>
          <div className="absolute inset-y-0 right-0 left-(--head) overflow-clip">
            <NightShade axis={axis} nights={props.nights} />
            <GuideRuler axis={axis} drawn={drawn} timeZone={timeZone} hasDays={!isWeek} />
            <NowLabel view={view} rows={rows} isOnAir={props.isOnAir} timeZone={timeZone} onMenu={props.onNowMenu} />
          </div>
          <p
            className="sticky left-0 z-10 flex h-full w-(--head) items-center border-border border-r bg-surface px-3 text-muted text-xs"
            title={`Times are those of ${timeZone.replaceAll("_", " ")}`}
          >
            {zoneName(timeZone, axis.fromMs)}
          </p>
        </div>
        <div className="absolute right-0 left-0" style={{ top: RULER_PX, height: rows.length * rowPx }}>
          <div className="absolute inset-y-0 right-0 left-(--head) overflow-clip">
            <NightShade axis={axis} nights={props.nights} />
            <GuideLines axis={axis} drawn={drawn} timeZone={timeZone} />
          </div>
          {rows.slice(drawnRows.first, drawnRows.last + 1).map((row, at) => {
            const number = drawnRows.first + at;
            return (
              <div
                key={row.id}
                className="absolute right-0 left-0 border-border border-b"
                style={{ top: number * rowPx, height: rowPx }}
              >
                <GuideRowLine
                  row={row}
                  line={index.get(row.channelId) ?? NOBODY}
                  axis={axis}
                  drawn={drawn}
                  timeZone={props.zoneOf(row.channelId)}
                  label={props.labelOf(row)}
                  store={store}
                  pendingIds={props.pendingIds}
                  onAirId={onAirOn(row, index, props.onAirIds)}
                  editableFromMs={props.editableFrom(row.channelId)}
                  isFirst={at === 0}
                  loaded={props.loaded.get(row.channelId) ?? null}
                />
                <div className={cn("sticky left-0 z-30 h-full w-(--head) border-border border-r bg-surface")}>
                  {props.headOf(row)}
                </div>
              </div>
            );
          })}
          <NowLine view={view} rows={rows} isOnAir={props.isOnAir} />
          <GuideGhosts store={store} view={view} rows={rows} zoneOf={props.zoneOf} blockOf={props.blockOf} />
        </div>
      </div>
    </section>
  );
});

function onAirOn(row: GuideRow, index: GuideIndex<GuideBlock>, onAirIds: ReadonlySet<string>): string | null {
  if (onAirIds.size === 0) return null;
  return index.get(row.channelId)?.find(({ id }) => onAirIds.has(id))?.id ?? null;
}

const WHEEL_PER_STEP = 60;

/** Control and the wheel, or a pinch on a touch pad, change the scale around the pointer. Not passive: the page must not zoom. */
function useWheelZoom(scroller: RefObject<HTMLElement | null>, onZoom: (clientX: number, step: -1 | 1) => void): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let turned = 0;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_PER_STEP) return;
      onZoom(event.clientX, turned > 0 ? -1 : 1);
      turned = 0;
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [scroller, onZoom]);
}
