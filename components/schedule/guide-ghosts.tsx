"use client";

import { ArrowRight, TriangleAlert, X } from "lucide-react";
import { widthOf } from "@/core/schedule/grid-axis";
import { clockText, lengthText } from "@/core/schedule/grid-text";
import { type GuideRow, rowIndexOf } from "@/core/schedule/guide-rows";
import { cn } from "../ui/cn";
import { IconButton } from "../ui/icon-button";
import { calloutShiftPx } from "./callout-shift";
import type { Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { GuideStore } from "./guide-store";
import { refusalShown } from "./refusal-text";
import { useGuideState } from "./use-guide-state";
import type { GuideView } from "./use-guide-view";

interface GuideGhostsProps {
  store: GuideStore;
  view: GuideView;
  rows: readonly GuideRow[];
  zoneOf: (channelId: string) => string;
  blockOf: (id: string) => GuideBlock | undefined;
}

/** More than a person can tell apart while they move. */
const MOST_DRAWN = 150;

/** What moves with the hand: the ghosts of what is held, the frame that chooses, the mark, and refusals. */
export function GuideGhosts(props: GuideGhostsProps) {
  const held = useGuideState(props.store, (state) => state.held);
  const refusal = useGuideState(props.store, (state) => state.refusal);
  const marquee = useGuideState(props.store, (state) => state.marquee);
  const caret = useGuideState(props.store, (state) => state.caret);
  const { view } = props;
  return (
    <div className="pointer-events-none absolute inset-y-0 right-0 left-(--head) z-20">
      {caret && !held && <CaretMark {...props} row={caret.row} atMs={caret.atMs} />}
      {held?.after.slice(0, MOST_DRAWN).map((block, at) => (
        <Ghost key={held.before[at]?.id ?? at} {...props} held={held} block={block} />
      ))}
      {held && <HeldCallout {...props} held={held} />}
      {marquee && (
        <div
          className="absolute rounded-sm border border-accent bg-accent/15"
          style={{
            left: widthOf(view.axis, marquee.fromOffsetMs),
            width: widthOf(view.axis, marquee.toOffsetMs - marquee.fromOffsetMs),
            top: marquee.firstRow * view.rowPx + 2,
            height: (marquee.lastRow - marquee.firstRow + 1) * view.rowPx - 4,
          }}
        />
      )}
      {refusal && !held && (
        <RefusalCallout {...props} {...refusal} onDismiss={() => props.store.set({ refusal: null })} />
      )}
    </div>
  );
}

function placeOf({ view, rows }: GuideGhostsProps, block: GuideBlock) {
  const index = rowIndexOf(rows, block.channelId, block.fromMs);
  const row = rows[index];
  return row ? { index, left: widthOf(view.axis, block.fromMs - row.fromMs), top: index * view.rowPx } : null;
}

function Ghost(props: GuideGhostsProps & { held: Held; block: GuideBlock }) {
  const { view, held, block } = props;
  const place = placeOf(props, block);
  if (!place) return null;
  return (
    <div
      data-testid="guide-ghost"
      data-start={new Date(block.fromMs).toISOString()}
      data-end={new Date(block.toMs).toISOString()}
      data-refused={held.refusal?.why}
      className={cn(
        "absolute top-0 left-0 overflow-clip rounded-sm border-2 px-1 py-0.5 will-change-transform",
        held.refusal ? "border-warn border-dashed bg-warn-soft/70" : "border-accent bg-accent-soft/80",
      )}
      style={{
        transform: `translate(${place.left}px, ${place.top + 4}px)`,
        width: Math.max(2, widthOf(view.axis, block.toMs - block.fromMs)),
        height: view.rowPx - 8,
      }}
    >
      <span className="line-clamp-2 font-medium text-sm">{block.title}</span>
    </div>
  );
}

const HOW = { move: null, copy: "A copy", place: null, resize: null };

function HeldCallout(props: GuideGhostsProps & { held: Held }) {
  const { view, held, rows, zoneOf, blockOf } = props;
  const lead = held.after.find(({ id }) => id === held.lead.id) ?? held.after[0];
  const place = lead && placeOf(props, lead);
  if (!lead || !place) return null;
  const zone = zoneOf(lead.channelId);
  const conflicts = held.refusal?.why === "overlap" ? held.refusal.conflictIds.flatMap((id) => blockOf(id) ?? []) : [];
  const hint = held.refusal
    ? refusalShown(held.refusal, conflicts, zone).message
    : [HOW[held.how], held.after.length > 1 && `${held.after.length} blocks`, held.hint].filter(Boolean).join(" · ");
  const isLow = place.index === rows.length - 1 && rows.length > 2;
  return (
    <div
      data-testid="held-times"
      className={cn(
        "absolute flex w-max max-w-72 flex-col rounded-md border px-2.5 py-1.5 shadow-raised",
        held.refusal ? "border-warn bg-warn-soft text-warn" : "border-border bg-raised",
      )}
      style={{
        left: place.left + calloutShiftPx(view, place.left, 260),
        top: isLow ? place.top - 62 : place.top + view.rowPx + 2,
      }}
    >
      <span className="times flex items-center gap-1.5 font-semibold text-base">
        {clockText(lead.fromMs, zone)}
        <ArrowRight className="size-3.5" aria-hidden />
        {clockText(lead.toMs, zone)}
        <span className="font-normal text-muted text-xs">{lengthText(lead.toMs - lead.fromMs, true)}</span>
      </span>
      {hint && <span className={cn("text-xs", !held.refusal && "text-muted")}>{hint}</span>}
    </div>
  );
}

interface RefusalCalloutProps extends GuideGhostsProps {
  row: number;
  atMs: number;
  message: string;
  onDismiss: () => void;
}

/** Why an edit was not carried out, at the place where it was tried. */
function RefusalCallout({ view, rows, row, atMs, message, onDismiss }: RefusalCalloutProps) {
  const left = widthOf(view.axis, atMs - (rows[row]?.fromMs ?? view.axis.fromMs));
  const isLow = row === rows.length - 1 && rows.length > 2;
  return (
    <div className="absolute w-0 border-warn border-l-2" style={{ left, top: row * view.rowPx, height: view.rowPx }}>
      <div
        role="alert"
        className={cn(
          "pointer-events-auto absolute left-0 flex w-max max-w-80 items-start gap-2 rounded-md border border-warn bg-warn-soft py-1.5 pr-1 pl-2.5 text-sm text-warn shadow-raised",
          isLow ? "bottom-full mb-1" : "top-full mt-1",
        )}
        style={{ transform: `translateX(${calloutShiftPx(view, left, 330)}px)` }}
      >
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        <p className="py-0.5">{message}</p>
        <IconButton label="Dismiss" size="sm" className="-my-0.5 text-warn" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

/** The mark that a press on an empty place leaves: the next paste goes there. */
function CaretMark({ view, rows, row, atMs }: GuideGhostsProps & { row: number; atMs: number }) {
  const line = rows[row];
  if (!line) return null;
  return (
    <div
      data-testid="guide-caret"
      className="absolute w-0.5 rounded-full bg-accent"
      style={{ left: widthOf(view.axis, atMs - line.fromMs), top: row * view.rowPx + 2, height: view.rowPx - 4 }}
    />
  );
}
