"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { isDayName } from "@/core/schedule/grid-day";
import type { AnalyticsState, DayRange, Preset } from "./analytics-range";

const WORDS: Record<Preset, string> = {
  today: "Today",
  "7d": "Last 7 days",
  "28d": "Last 28 days",
  "90d": "Last 90 days",
};

interface RangePickerProps {
  state: AnalyticsState;
  today: string;
  onPreset: (preset: Preset) => void;
  onDays: (days: DayRange) => void;
}

/** Which days are looked at: one of a few usual stretches, or two days chosen by hand. */
export function RangePicker({ state, today, onPreset, onDays }: RangePickerProps) {
  const [isChoosing, setChoosing] = useState(false);
  const isByHand = isChoosing || state.preset === null;
  return (
    <>
      <Select
        aria-label="Days"
        className="w-40"
        value={isByHand ? "days" : (state.preset ?? "days")}
        onChange={({ target: { value } }) => {
          setChoosing(value === "days");
          if (value !== "days") onPreset(value as Preset);
        }}
      >
        {Object.entries(WORDS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        <option value="days">From … to …</option>
      </Select>
      {isByHand && (
        <DaysForm
          days={state.days}
          today={today}
          onDays={(days) => {
            setChoosing(false);
            onDays(days);
          }}
        />
      )}
    </>
  );
}

function DaysForm({ days, today, onDays }: Pick<RangePickerProps, "today" | "onDays"> & { days: DayRange }) {
  const [{ from, to, given }, setTyped] = useState({ ...days, given: days });
  // Back and Forward bring other days; the form stays where it is, and the focus in it.
  if (given !== days) setTyped({ ...days, given: days });
  const isValid = isDayName(from) && isDayName(to) && from <= to && to <= today;
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) onDays({ from, to });
      }}
    >
      <Input
        type="date"
        aria-label="First day"
        max={today}
        value={from}
        onChange={(event) => setTyped({ from: event.target.value, to, given })}
      />
      <Input
        type="date"
        aria-label="Last day"
        max={today}
        value={to}
        onChange={(event) => setTyped({ from, to: event.target.value, given })}
      />
      <Button type="submit" disabled={!isValid}>
        Show
      </Button>
    </form>
  );
}
