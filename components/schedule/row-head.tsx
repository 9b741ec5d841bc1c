import type { Channel } from "@/core/channels/contract";
import { dayText } from "@/core/schedule/grid-text";
import type { GuideRow } from "@/core/schedule/guide-rows";
import { Tally } from "../ui/badge";
import { cn } from "../ui/cn";
import { zoneName } from "../ui/format-time";

interface RowHeadProps {
  row: GuideRow;
  channel: Channel;
  today: string;
  /** The clock of the ruler; a channel on another clock says so. */
  rulerZone: string;
  isChosen: boolean;
  onPick: () => void;
}

/** The name of a line: its channel, or its day. */
export function RowHead({ row, channel, today, rulerZone, isChosen, onPick }: RowHeadProps) {
  if (row.day !== null) {
    const hours = (row.toMs - row.fromMs) / 3_600_000;
    return (
      <div className={cn("flex h-full flex-col justify-center px-3", row.day === today && "bg-accent-soft")}>
        <span className="truncate font-medium text-sm">{dayText(row.day, "short").slice(0, -5)}</span>
        {hours !== 24 && <span className="text-warn text-xs">{hours} hours: clocks change</span>}
      </div>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={cn(
        "flex size-full flex-col justify-center gap-0.5 px-3 text-left hover:bg-hover focus-visible:-outline-offset-2",
        isChosen && "bg-accent-soft",
      )}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onPick}
    >
      <span className="flex w-full items-center gap-1.5 font-medium text-sm">
        {channel.status === "published" && <Tally />}
        <span className="wrap-anywhere line-clamp-2">{channel.name}</span>
      </span>
      <span className="truncate text-muted text-xs">
        {channel.status === "draft" ? "Draft" : "On air"}
        {channel.timezone !== rulerZone && ` · ${zoneName(channel.timezone, row.fromMs)}`}
      </span>
    </button>
  );
}
