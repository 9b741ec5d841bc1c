import type { Programme } from "@/core/guide/contract";
import { Thumbnail } from "../library/thumbnail";
import { cn } from "../ui/cn";
import { formatTime } from "../ui/format-time";

/** One programme; opened it tells what it is about. */
export function GuideRow({ programme, nowMs }: { programme: Programme; nowMs: number }) {
  const isNow = Date.parse(programme.startsAt) <= nowMs;
  const head = (
    <>
      <time
        dateTime={programme.startsAt}
        className={cn("w-17 shrink-0 whitespace-nowrap", isNow ? "font-semibold text-on-air" : "text-muted")}
      >
        {isNow ? "Now" : formatTime(programme.startsAt)}
      </time>
      <Thumbnail url={programme.posterUrl} className="w-19" />
      <span className="min-w-0 flex-1">
        <span className={cn("line-clamp-2", isNow && "font-semibold")}>{programme.title}</span>
        <Series {...programme} />
      </span>
    </>
  );
  return (
    <li aria-current={isNow ? "true" : undefined}>
      {programme.description ? (
        <details className="group">
          <summary className="-mx-2 flex list-none items-center gap-3 rounded-md px-2 py-2.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
            {head}
          </summary>
          <p className="pb-3 text-muted text-sm">{programme.description}</p>
        </details>
      ) : (
        <div className="flex items-center gap-3 py-2.5">{head}</div>
      )}
    </li>
  );
}

function Series({ seriesTitle, episodeLabel }: Programme) {
  const words = [seriesTitle, episodeLabel].filter(Boolean).join(" · ");
  return words && <span className="block truncate text-muted text-sm">{words}</span>;
}
