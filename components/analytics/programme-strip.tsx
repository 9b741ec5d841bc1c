import { cn } from "@/components/ui/cn";
import { formatTime } from "@/components/ui/format-time";
import type { AsRunLine } from "@/core/guide/as-run-contract";
import type { AnalyticsWindow } from "./analytics-range";

interface ProgrammeStripProps {
  lines: readonly AsRunLine[];
  window: Pick<AnalyticsWindow, "from" | "to">;
  /** Where the plot above begins and how wide it is. */
  plot: { leftPx: number; widthPx: number };
  timeZone: string;
}

/** The programme that was on air at an instant. */
export function programmeAt(lines: readonly AsRunLine[], atMs: number): AsRunLine | undefined {
  return lines.find(
    ({ startsAt, endsAt }) =>
      startsAt !== null && Date.parse(startsAt) <= atMs && (endsAt === null || Date.parse(endsAt) > atMs),
  );
}

const LOOKS: Record<AsRunLine["kind"], string> = {
  content: "border-accent/40 bg-accent-soft text-text",
  filler: "border-border bg-sunken text-muted",
  ad_break: "border-warn/40 bg-warn-soft text-warn",
  slate: "border-border border-dashed bg-transparent text-muted",
};

/** What was on air, laid under the line to the pixel. */
export function ProgrammeStrip({ lines, window, plot, timeZone }: ProgrammeStripProps) {
  const [fromMs, toMs] = [Date.parse(window.from), Date.parse(window.to)];
  const share = (atMs: number) => ((Math.min(toMs, Math.max(fromMs, atMs)) - fromMs) / (toMs - fromMs)) * 100;
  if (plot.widthPx === 0) return <div className="mt-1 h-7" />;
  return (
    <ol
      aria-label="On air"
      className="relative mt-1 h-7 overflow-hidden rounded-sm"
      style={{ marginLeft: plot.leftPx, width: plot.widthPx }}
    >
      {lines.map((line) => {
        const [startMs, endMs] = [Date.parse(line.startsAt ?? ""), line.endsAt ? Date.parse(line.endsAt) : toMs];
        const left = share(startMs);
        const width = share(endMs) - left;
        if (width <= 0) return null;
        const words = `${line.title}, ${formatTime(startMs, timeZone)}–${formatTime(endMs, timeZone)}`;
        return (
          <li
            key={line.startsAt}
            title={words}
            className={cn("absolute inset-y-0 truncate border-l px-1 text-xs leading-7", LOOKS[line.kind])}
            style={{ left: `${left}%`, width: `${width}%` }}
          >
            <span aria-hidden>{line.title}</span>
            <span className="sr-only">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
