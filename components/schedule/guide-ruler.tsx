import { memo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, rulerSteps, ticks, xOf } from "@/core/schedule/grid-axis";
import { clockText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";

interface GuideRulerProps {
  axis: Axis;
  drawn: Stretch;
  timeZone: string;
}

/** The marks of time above the guide, and the lines that lead down from them. */
export const GuideRuler = memo(function GuideRuler({ axis, drawn, timeZone }: GuideRulerProps) {
  const precision = rulerSteps(axis).majorMs < 60_000 ? "seconds" : "minutes";
  return (
    <div className="pointer-events-none absolute inset-0 bottom-16" aria-hidden>
      {ticks(axis, drawn, timeZone).map(({ atMs, isMajor }) => (
        <div key={atMs} className="absolute inset-y-0" style={{ left: xOf(axis, atMs) }}>
          <span
            className={cn(
              "absolute left-0 w-px",
              isMajor ? "top-4 bottom-0 bg-border" : "top-7 h-1 bg-border-strong/60",
            )}
          />
          {isMajor && (
            <span className="times absolute top-1.5 left-1 whitespace-nowrap text-muted text-xs leading-4">
              {clockText(atMs, timeZone, precision)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
});
