import { memo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { type Axis, rulerSteps, ticks, xOf } from "@/core/schedule/grid-axis";
import { dayOf } from "@/core/schedule/grid-day";
import { clockText, dayText } from "@/core/schedule/grid-text";
import { cn } from "../ui/cn";

interface GuideRulerProps {
  axis: Axis;
  drawn: Stretch;
  timeZone: string;
  /** Midnight shows the day that begins. */
  hasDays: boolean;
}

/** The marks of time above the guide. */
export const GuideRuler = memo(function GuideRuler({ axis, drawn, timeZone, hasDays }: GuideRulerProps) {
  const precision = rulerSteps(axis).majorMs < 60_000 ? "seconds" : "minutes";
  return ticks(axis, drawn, timeZone).map(({ atMs, isMajor }) => {
    const text = isMajor ? clockText(atMs, timeZone, precision) : "";
    const isMidnight = hasDays && text.startsWith("00:00") && !/[1-9]/.test(text);
    return (
      <div key={atMs} className="pointer-events-none absolute inset-y-0" style={{ left: xOf(axis, atMs) }} aria-hidden>
        <span
          className={cn(
            "absolute bottom-0 left-0 w-px",
            isMajor ? "h-3 bg-border-strong/60" : "h-1.5 bg-border-strong/40",
          )}
        />
        {isMajor && (
          <span
            className={cn(
              "times absolute top-2 left-1.5 whitespace-nowrap text-xs leading-4",
              isMidnight ? "font-semibold text-text" : "text-muted",
            )}
          >
            {isMidnight ? dayText(dayOf(atMs, timeZone), "short").slice(0, -5) : text}
          </span>
        )}
      </div>
    );
  });
});

/** The lines that lead down from the labelled marks. */
export const GuideLines = memo(function GuideLines({ axis, drawn, timeZone }: Omit<GuideRulerProps, "hasDays">) {
  return ticks(axis, drawn, timeZone)
    .filter(({ isMajor }) => isMajor)
    .map(({ atMs }) => (
      <span
        key={atMs}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 w-px bg-border/70"
        style={{ left: xOf(axis, atMs) }}
      />
    ));
});
