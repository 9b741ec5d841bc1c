import type { DayName } from "@/core/schedule/grid-day";
import { cn } from "../ui/cn";
import { formatDay } from "../ui/format-time";

interface GuideDayChoiceProps {
  days: readonly DayName[];
  /** Place in `days`. */
  chosen: number;
  onChoose: (index: number) => void;
}

/** Which day of the guide is shown. */
export function GuideDayChoice({ days, chosen, onChoose }: GuideDayChoiceProps) {
  return (
    <fieldset className="-mx-1 flex min-h-9 gap-1 overflow-x-auto p-1 [scrollbar-width:none]">
      <legend className="sr-only">Day of the guide</legend>
      {days.map((day, index) => (
        <button
          key={day}
          type="button"
          aria-pressed={index === chosen}
          onClick={() => onChoose(index)}
          className={cn(
            "h-7 shrink-0 whitespace-nowrap rounded-full border px-3 font-medium text-sm",
            index === chosen
              ? "border-transparent bg-text text-canvas"
              : "border-border text-muted hover:border-border-strong hover:text-text",
          )}
        >
          {index === 0 ? "Today" : formatDay(`${day}T12:00:00Z`, "UTC")}
        </button>
      ))}
    </fieldset>
  );
}
