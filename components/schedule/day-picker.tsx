"use client";

import { CalendarDays } from "lucide-react";
import type { DayName } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import { Local } from "../ui/local";

interface DayPickerProps {
  day: DayName;
  today: DayName;
  onDay: (day: DayName) => void;
}

/** The day, and behind it the browser's own calendar; the field itself stays reachable by keyboard and screen reader. */
export function DayPicker({ day, today, onDay }: DayPickerProps) {
  return (
    <label className="relative inline-flex h-8 items-center gap-1.5 rounded-md px-2 focus-within:outline-2 focus-within:outline-focus hover:bg-hover">
      <span className="min-w-18 whitespace-nowrap font-semibold">
        <Local text={() => shortText(day, today)} />
      </span>
      <CalendarDays className="size-4 text-muted" aria-hidden />
      <input
        type="date"
        aria-label="Day"
        title="Choose a day"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        value={day}
        onClick={(event) => event.currentTarget.showPicker?.()}
        onChange={(event) => event.target.value && onDay(event.target.value)}
      />
    </label>
  );
}

/** The year goes without saying while it is this one. */
function shortText(day: DayName, today: DayName): string {
  const text = dayText(day, "short");
  return day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -5) : text;
}
