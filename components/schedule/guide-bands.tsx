import { memo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, widthOf, xOf } from "@/core/schedule/grid-axis";
import { overlaps } from "@/core/schedule/grid-space";
import { clockText, lengthText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";

/** The middle of a wider gap is often out of sight; its beginning follows the eye. */
const CENTRED_PX = 400;

interface GuideGapsProps {
  gaps: readonly Stretch[];
  rowFromMs: number;
  axis: Axis;
  drawn: Stretch;
  /** A gap that begins or ends here goes on where nothing has been read yet: its length is not known. */
  openFromMs?: number;
  openToMs?: number;
}

/** Time that nobody has planned, with its length: viewers will see filler or the slate there. */
export const GuideGaps = memo(function GuideGaps(props: GuideGapsProps) {
  const { gaps, rowFromMs, axis, drawn, openFromMs, openToMs } = props;
  return gaps
    .filter((gap) => overlaps(gap, drawn))
    .map((gap) => {
      const widthPx = widthOf(axis, gap.toMs - gap.fromMs);
      if (widthPx < 3) return null;
      const isOpen = gap.fromMs === openFromMs || gap.toMs === openToMs;
      const length = `${isOpen ? "of more than " : ""}${lengthText(gap.toMs - gap.fromMs, true)}`;
      return (
        <div
          key={gap.fromMs}
          data-testid="guide-gap"
          title={isOpen ? `Gap ${length}` : `Gap of ${length}`}
          className="absolute inset-y-1 flex items-center overflow-clip rounded-sm border border-border-strong/50 border-dashed"
          style={{ left: widthOf(axis, gap.fromMs - rowFromMs), width: widthPx }}
        >
          {widthPx >= 56 && (
            <span
              className={cn(
                "times sticky left-(--head) truncate px-2 text-muted text-xs",
                widthPx < CENTRED_PX && "mx-auto",
              )}
            >
              {(widthPx >= 110 || isOpen) && "Gap "}
              {length}
            </span>
          )}
        </div>
      );
    });
});

interface LockedBandProps {
  axis: Axis;
  row: Stretch;
  editableFromMs: number | null;
  timeZone: string;
}

/** What is on air or already promised to players: nothing before its right edge can be changed any more. */
export function LockedBand({ axis, row, editableFromMs, timeZone }: LockedBandProps) {
  if (editableFromMs === null || editableFromMs <= row.fromMs) return null;
  const endMs = Math.min(editableFromMs, row.toMs);
  return (
    <div
      data-testid="locked-band"
      title={`Locked until ${clockText(editableFromMs, timeZone)}`}
      className="pointer-events-none absolute inset-y-0 left-0 z-10 border-border-strong border-r border-dashed bg-canvas/40"
      style={{
        width: widthOf(axis, endMs - row.fromMs),
        backgroundImage:
          "repeating-linear-gradient(135deg, transparent 0 7px, color-mix(in srgb, var(--border-strong) 28%, transparent) 7px 8px)",
      }}
    />
  );
}

/** The hours between eight in the evening and six in the morning, a shade darker. */
export const NightShade = memo(function NightShade({ axis, nights }: { axis: Axis; nights: readonly Stretch[] }) {
  return nights.map(({ fromMs, toMs }) => (
    <div
      key={fromMs}
      aria-hidden
      className="pointer-events-none absolute inset-y-0 bg-sunken"
      style={{ left: xOf(axis, fromMs), width: widthOf(axis, toMs - fromMs) }}
    />
  ));
});
