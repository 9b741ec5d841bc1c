import { ApiError } from "@/components/api/client";
import { dayOf } from "@/core/schedule/grid-day";
import { clockText, dayText } from "@/core/schedule/grid-text";

interface Conflict {
  blockId: string;
  title: string;
  startsAt: string;
}

/** Why something could not be placed; where blocks are in the way, each of them by name. */
export function ConflictList({ error, timeZone }: { error: Error; timeZone: string }) {
  const details = error instanceof ApiError && error.code === "schedule.overlap" ? error.details : {};
  const conflicts = Array.isArray(details.conflicts) ? (details.conflicts as Conflict[]) : [];
  const more = Number(details.total ?? 0) - conflicts.length;
  return (
    <div role="alert" className="rounded-md bg-danger-soft px-3 py-2">
      <p className="text-danger text-sm">
        {conflicts.length > 0 ? "Nothing was placed, because this is in the way:" : error.message}
      </p>
      {conflicts.length > 0 && (
        <ul className="mt-1 max-h-40 overflow-y-auto text-sm">
          {conflicts.map(({ blockId, title, startsAt }) => (
            <li key={blockId} className="flex items-baseline gap-2">
              <span className="times whitespace-nowrap">
                {dayText(dayOf(Date.parse(startsAt), timeZone), "short")}{" "}
                {clockText(Date.parse(startsAt), timeZone, "minutes")}
              </span>
              <span className="min-w-0 truncate">{title}</span>
            </li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      )}
    </div>
  );
}
