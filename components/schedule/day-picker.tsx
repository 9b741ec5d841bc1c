"use client";

import { CalendarDays } from "lucide-react";
import type { DayName } from "@/core/schedule/grid-day";

/** The browser's own calendar behind an icon; the field itself stays reachable by keyboard and screen reader. */
export function DayPicker({ day, onDay }: { day: DayName; onDay: (day: DayName) => void }) {
  return (
    <label className="relative inline-flex size-8 items-center justify-center rounded-md text-muted focus-within:outline-2 focus-within:outline-focus hover:bg-hover hover:text-text">
      <CalendarDays className="size-4" aria-hidden />
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
