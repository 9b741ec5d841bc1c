import { ArrowRight } from "lucide-react";
import { widthOf, xOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";
import { calloutShiftPx } from "./callout-shift";
import type { GuideBlock } from "./guide-block";
import { type Held, heldHint } from "./held";
import { refusalShown } from "./refusal-text";
import type { GuideView } from "./use-guide-view";

interface GuideGhostProps {
  held: Held;
  view: GuideView;
  blocks: readonly GuideBlock[];
  timeZone: string;
}

/** Where the held block would come to stand, to the second, and why it may not. */
export function GuideGhost({ held, view, blocks, timeZone }: GuideGhostProps) {
  const { holding, snap, refusal } = held;
  const { axis } = view;
  const x = xOf(axis, snap.startMs);
  const endMs = snap.startMs + holding.durationMs;
  const hint = refusal ? refusalShown(refusal, blocks, timeZone).message : heldHint(held, blocks);
  return (
    <div
      data-testid="guide-ghost"
      data-start={new Date(snap.startMs).toISOString()}
      data-refused={refusal ? refusal.why : undefined}
      className="pointer-events-none absolute inset-y-1.5 z-30"
      style={{ left: x, width: Math.max(2, widthOf(axis, holding.durationMs)) }}
    >
      <div
        className={cn(
          "size-full overflow-clip rounded-sm border-2 px-1.5 py-1.5",
          refusal ? "border-warn border-dashed bg-warn-soft/70" : "border-accent bg-accent-soft/80",
        )}
      >
        <span className="sticky left-1.5 line-clamp-2 w-fit max-w-full font-medium text-sm">{holding.title}</span>
      </div>
      <div
        className={cn(
          "absolute top-full left-0 z-30 mt-2 flex w-max max-w-72 flex-col rounded-md border px-2.5 py-1.5 shadow-raised",
          refusal ? "border-warn bg-warn-soft text-warn" : "border-border bg-raised",
        )}
        style={{ transform: `translateX(${calloutShiftPx(view, x, 250)}px)` }}
      >
        <span className="times flex items-center gap-1.5 font-semibold text-base">
          {clockText(snap.startMs, timeZone)}
          <ArrowRight className="size-3.5" aria-hidden />
          {clockText(endMs, timeZone)}
        </span>
        {hint && <span className={cn("text-xs", !refusal && "text-muted")}>{hint}</span>}
      </div>
    </div>
  );
}
