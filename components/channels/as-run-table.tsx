import type { AsRunOutcome } from "@/core/guide/as-run";
import type { AsRunLine } from "@/core/guide/as-run-contract";
import { dayOf } from "@/core/schedule/grid-day";
import { clockText, dayText } from "@/core/schedule/grid-text";
import { Badge, Tally } from "../ui/badge";

const WORDS: Record<AsRunOutcome, { text: string; tone: "ok" | "warn" | "danger" | "neutral" | "on-air" }> = {
  on_air: { text: "On air", tone: "on-air" },
  as_scheduled: { text: "As scheduled", tone: "ok" },
  cut: { text: "Cut", tone: "warn" },
  joined_late: { text: "Joined late", tone: "warn" },
  missed: { text: "Missed", tone: "danger" },
  filler: { text: "Filler", tone: "neutral" },
  slate: { text: "Slate", tone: "neutral" },
  looped: { text: "Loop", tone: "neutral" },
};

const HEAD = "sticky top-(--bar-height) z-10 bg-canvas py-2 pr-4 text-left font-medium text-muted text-sm";

/** The lines of the log, to the millisecond; on a narrow screen each is a card. */
export function AsRunTable({ lines, timeZone }: { lines: AsRunLine[]; timeZone: string }) {
  const at = (line: AsRunLine) => Date.parse(line.startsAt ?? line.scheduledStartsAt ?? "");
  const days = new Set(lines.map((line) => dayOf(at(line), timeZone)));
  return (
    <table className="w-full max-sm:block">
      <caption className="sr-only">What aired, in order of time</caption>
      <thead className="max-sm:hidden">
        <tr className="border-border border-b">
          {["Aired", "Scheduled", "Deviation", "Programme", "Outcome"].map((name) => (
            <th key={name} scope="col" className={HEAD}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {lines.map((line, index) => {
          const day = dayOf(at(line), timeZone);
          const before = lines[index - 1];
          const isFirstOfDay = days.size > 1 && (!before || dayOf(at(before), timeZone) !== day);
          return (
            <Line
              key={`${line.startsAt ?? "missed"} ${line.blockId} ${line.scheduledStartsAt}`}
              line={line}
              timeZone={timeZone}
              day={isFirstOfDay ? day : null}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function Line({ line, timeZone, day }: { line: AsRunLine; timeZone: string; day: string | null }) {
  const { text, tone } = WORDS[line.outcome];
  return (
    <>
      {day && (
        <tr className="max-sm:block">
          <th scope="colgroup" colSpan={5} className="eyebrow pt-5 pb-1 text-left max-sm:block">
            {dayText(day)}
          </th>
        </tr>
      )}
      <tr className="border-border border-b align-baseline max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:py-2.5 sm:[&>td]:py-2 sm:[&>td]:pr-4">
        <td className="times whitespace-nowrap max-sm:text-sm">
          {line.startsAt ? <Times from={line.startsAt} to={line.endsAt} timeZone={timeZone} /> : "—"}
        </td>
        <td className="times whitespace-nowrap text-muted max-sm:hidden">
          {line.scheduledStartsAt ? clockText(Date.parse(line.scheduledStartsAt), timeZone) : "—"}
        </td>
        <td className="times whitespace-nowrap text-muted max-sm:hidden">{deviationText(line.deviationMs)}</td>
        <td className="w-full min-w-0 max-sm:col-span-2 max-sm:row-start-2">
          <span className={line.kind === "content" ? "break-words font-medium" : "break-words text-muted"}>
            {line.title}
          </span>
          {line.reason && <span className="block text-muted text-sm">{line.reason}</span>}
          {line.scheduledStartsAt && (
            <span className="times block text-muted text-sm sm:hidden">
              Scheduled {clockText(Date.parse(line.scheduledStartsAt), timeZone)}
              {line.deviationMs !== null && `, ${deviationText(line.deviationMs)}`}
            </span>
          )}
        </td>
        <td className="max-sm:col-start-2 max-sm:row-start-1">
          <Badge tone={tone}>
            {line.outcome === "on_air" && <Tally />}
            {text}
          </Badge>
        </td>
      </tr>
    </>
  );
}

function Times({ from, to, timeZone }: { from: string; to: string | null; timeZone: string }) {
  return (
    <>
      <time dateTime={from}>{preciseText(from, timeZone)}</time>
      <span className="text-muted">–{to ? <time dateTime={to}>{preciseText(to, timeZone)}</time> : " "}</span>
    </>
  );
}

/** 20:15:04.120 */
function preciseText(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  return `${clockText(ms, timeZone)}.${String(ms % 1000).padStart(3, "0")}`;
}

/** +1.500 s; nothing where nothing was scheduled. */
function deviationText(deviationMs: number | null): string {
  if (deviationMs === null) return "—";
  const sign = deviationMs < 0 ? "−" : "+";
  return `${sign}${(Math.abs(deviationMs) / 1000).toFixed(3)} s`;
}
