import { memo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, widthOf, xOf } from "@/core/schedule/grid-axis";
import { overlaps } from "@/core/schedule/grid-space";
import { clockText, lengthText } from "@/core/schedule/grid-text";

interface GuideGapsProps {
  gaps: readonly Stretch[];
  axis: Axis;
  drawn: Stretch;
}

/** Time that nobody has planned, with its length: viewers will see filler or the slate there. */
export const GuideGaps = memo(function GuideGaps({ gaps, axis, drawn }: GuideGapsProps) {
  return gaps
    .filter((gap) => overlaps(gap, drawn))
    .map((gap) => {
      const widthPx = widthOf(axis, gap.toMs - gap.fromMs);
      const length = lengthText(gap.toMs - gap.fromMs, true);
      return (
        <div
          key={gap.fromMs}
          data-testid="guide-gap"
          title={`Gap of ${length}`}
          className="absolute inset-y-1.5 flex items-center overflow-clip rounded-sm border border-border border-dashed"
          style={{ left: xOf(axis, gap.fromMs), width: widthPx }}
        >
          {widthPx >= 64 && (
            <span className="times sticky left-0 mx-auto truncate px-2 text-faint text-xs">
              {widthPx >= 110 && "Gap "}
              {length}
            </span>
          )}
        </div>
      );
    });
});

interface LockedBandProps {
  axis: Axis;
  editableFromMs: number | null;
  timeZone: string;
}

/** What is on air or already promised to players: nothing before its right edge can be changed any more. */
export function LockedBand({ axis, editableFromMs, timeZone }: LockedBandProps) {
  if (editableFromMs === null || editableFromMs <= axis.fromMs) return null;
  const endMs = Math.min(editableFromMs, axis.toMs);
  return (
    <div
      data-testid="locked-band"
      title={`Locked until ${clockText(editableFromMs, timeZone)}`}
      className="pointer-events-none absolute inset-y-0 left-0 z-10 border-border-strong border-r border-dashed bg-canvas/40"
      style={{
        width: widthOf(axis, endMs - axis.fromMs),
        backgroundImage:
          "repeating-linear-gradient(135deg, transparent 0 7px, color-mix(in srgb, var(--border-strong) 28%, transparent) 7px 8px)",
      }}
    />
  );
}

interface NowLineProps {
  axis: Axis;
  nowMs: number | null;
  isOnAir: boolean;
  timeZone: string;
}

/** Where the clock stands. Red when the channel is on air. */
export function NowLine({ axis, nowMs, isOnAir, timeZone }: NowLineProps) {
  if (nowMs === null || nowMs < axis.fromMs || nowMs >= axis.toMs) return null;
  return (
    <div
      data-testid="now-line"
      className="pointer-events-none absolute top-0 bottom-16 left-0 z-20 will-change-transform"
      style={{ transform: `translateX(${xOf(axis, nowMs)}px)` }}
      aria-hidden
    >
      <span className={`absolute top-8 bottom-0 w-px ${isOnAir ? "bg-on-air" : "bg-text"}`} />
      <span
        className={`times absolute top-1 left-0 -translate-x-1/2 rounded-sm px-1.5 font-semibold text-xs leading-6 ${
          isOnAir ? "bg-on-air text-canvas" : "bg-text text-canvas"
        }`}
      >
        {clockText(nowMs, timeZone)}
      </span>
    </div>
  );
}
