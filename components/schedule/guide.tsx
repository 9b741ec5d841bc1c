"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { useMemo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { gapsIn } from "@/core/schedule/gaps";
import { widthOf, xOf } from "@/core/schedule/grid-axis";
import { DayOverview } from "./day-overview";
import { GuideGaps, LockedBand, NowLine } from "./guide-bands";
import type { GuideBlock } from "./guide-block";
import { GuideGhost } from "./guide-ghost";
import { GuideRefusal } from "./guide-refusal";
import { GuideRuler } from "./guide-ruler";
import { GuideTrackBlocks } from "./guide-track";
import type { Held } from "./held";
import type { PlacedRefusal } from "./use-guide-actions";
import type { GuideView } from "./use-guide-view";

interface GuideProps {
  view: GuideView;
  day: Stretch;
  dayName: string;
  channelName: string;
  blocks: readonly GuideBlock[];
  timeZone: string;
  nowMs: number | null;
  isOnAir: boolean;
  editableFromMs: number | null;
  held: Held | null;
  refusal: PlacedRefusal | null;
  onDismissRefusal: () => void;
  selectedId: string | null;
  onAirId: string | null;
  onSelect: (block: GuideBlock) => void;
  onOpen: (block: GuideBlock) => void;
  onKeyDown: (event: KeyboardEvent, block: GuideBlock) => void;
  /** Stands under the track and does not scroll with it. */
  footer: ReactNode;
}

const NO_IDS: readonly string[] = [];

/** One channel, one day: time runs to the right. */
export function Guide(props: GuideProps) {
  const { view, day, blocks, timeZone, nowMs, isOnAir, editableFromMs, held, refusal } = props;
  const { axis, drawn } = view;
  const gaps = useMemo(() => gapsIn(day, blocks), [day, blocks]);
  const conflictIds = refusal?.conflictIds ?? (held?.refusal?.why === "overlap" ? held.refusal.conflictIds : NO_IDS);
  const heldId = held?.holding.what === "block" ? held.holding.block.id : null;
  const widthPx = widthOf(axis, day.toMs - day.fromMs);

  return (
    <div className="border-border border-y bg-surface">
      <DayOverview day={day} blocks={blocks} view={view} nowMs={nowMs} isOnAir={isOnAir} />
      <section
        ref={view.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        tabIndex={0}
        className="relative overflow-x-auto overflow-y-clip focus-visible:-outline-offset-2"
        aria-label="Time line"
      >
        <div className="relative overflow-x-clip" style={{ width: widthPx }}>
          <GuideRuler axis={axis} drawn={drawn} timeZone={timeZone} />
          <div className="h-9" />
          <section
            ref={view.track}
            data-testid="guide-track"
            data-from={new Date(axis.fromMs).toISOString()}
            data-px-per-second={axis.pxPerMs * 1000}
            aria-label={`${props.channelName}, ${props.dayName}`}
            className="relative h-32 border-border border-y bg-canvas/60"
          >
            <GuideGaps gaps={gaps} axis={axis} drawn={drawn} />
            <GuideTrackBlocks
              blocks={blocks}
              axis={axis}
              drawn={drawn}
              timeZone={timeZone}
              conflictIds={conflictIds}
              selectedId={props.selectedId}
              heldId={heldId}
              onAirId={props.onAirId}
              editableFromMs={editableFromMs}
              onSelect={props.onSelect}
              onOpen={props.onOpen}
              onKeyDown={props.onKeyDown}
            />
            <LockedBand axis={axis} editableFromMs={editableFromMs} timeZone={timeZone} />
            {held && <GuideGhost held={held} view={view} blocks={blocks} timeZone={timeZone} />}
            {refusal && !held && (
              <GuideRefusal
                refusal={refusal}
                x={xOf(axis, refusal.atMs)}
                view={view}
                onDismiss={props.onDismissRefusal}
              />
            )}
          </section>
          <div className="h-16" />
          <NowLine axis={axis} nowMs={nowMs} isOnAir={isOnAir} timeZone={timeZone} />
        </div>
        <div
          className="-mt-16 sticky left-0 flex h-16 items-center px-4 md:px-6"
          style={{ width: view.widthPx || "100%" }}
        >
          {props.footer}
        </div>
      </section>
    </div>
  );
}
