import type { LeftOut } from "@/core/schedule/contract";
import { dayOf } from "@/core/schedule/grid-day";
import { clockText, dayText } from "@/core/schedule/grid-text";

/** What found no place, each with its reason. */
export function LeftOutList({ leftOut, timeZone }: { leftOut: readonly LeftOut[]; timeZone: string }) {
  return (
    <ul className="mt-1 max-h-60 divide-y divide-border overflow-y-auto">
      {leftOut.map((one) => {
        const atMs = Date.parse(one.startsAt);
        return (
          <li key={`${one.startsAt} ${one.contentItemId}`} className="py-1.5">
            <p className="flex items-baseline gap-2">
              <span className="times whitespace-nowrap text-muted text-sm">
                {dayText(dayOf(atMs, timeZone), "short")} {clockText(atMs, timeZone, "minutes")}
              </span>
              <span className="min-w-0 truncate">{one.title}</span>
            </p>
            <p className="text-muted text-sm">{one.message}</p>
          </li>
        );
      })}
    </ul>
  );
}
