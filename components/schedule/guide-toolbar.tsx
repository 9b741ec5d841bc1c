"use client";

import { ChevronLeft, ChevronRight, Redo2, Undo2, WrapText } from "lucide-react";
import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { addDays, type DayName } from "@/core/schedule/grid-day";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { DayPicker } from "./day-picker";
import type { ViewName } from "./use-guide-address";

interface GuideToolbarProps {
  channels: Channel[];
  channel: Channel;
  day: DayName;
  today: DayName;
  view: ViewName;
  onChannel: (id: string) => void;
  onDay: (day: DayName) => void;
  onNow: () => void;
  onView: (view: ViewName) => void;
  isRipple: boolean;
  onRipple: () => void;
  undo: { label: string | null; run: () => void };
  redo: { label: string | null; run: () => void };
  actions: ReactNode;
}

const VIEW_NAME: Record<ViewName, string> = { channels: "Channels", week: "Week", list: "List" };

/** Which channel, which view, which day; what was done last, and the verbs of the whole day. */
export function GuideToolbar(props: GuideToolbarProps) {
  const { channels, channel, day, today, view, onDay, undo, redo } = props;
  const stepDays = view === "week" ? 7 : 1;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 md:px-4">
      <h1 className="sr-only">Schedule</h1>
      <Select
        aria-label="Channel"
        className="min-w-0 flex-1 sm:w-40 sm:flex-none"
        value={channel.id}
        onChange={(event) => props.onChannel(event.target.value)}
      >
        {channels.map(({ id, name, status }) => (
          <option key={id} value={id}>
            {status === "draft" ? `${name} (draft)` : name}
          </option>
        ))}
      </Select>
      <fieldset className="flex rounded-md border border-border-strong/60 p-px">
        <legend className="sr-only">View</legend>
        {(Object.keys(VIEW_NAME) as ViewName[]).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            className={cn(
              "h-7 rounded-[4px] px-2.5 text-sm hover:bg-hover",
              view === name && "bg-accent-soft font-medium",
            )}
            onClick={() => props.onView(name)}
          >
            {VIEW_NAME[name]}
          </button>
        ))}
      </fieldset>
      <div className="flex items-center">
        <IconButton
          label={stepDays > 1 ? "Previous week" : "Previous day"}
          onClick={() => onDay(addDays(day, -stepDays))}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <Button size="sm" aria-current={day === today ? "date" : undefined} onClick={() => props.onNow()}>
          {view === "list" ? "Today" : "Now"}
        </Button>
        <IconButton label={stepDays > 1 ? "Next week" : "Next day"} onClick={() => onDay(addDays(day, stepDays))}>
          <ChevronRight aria-hidden />
        </IconButton>
        <DayPicker day={day} today={today} onDay={onDay} />
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-1">
        <IconButton
          label={undo.label ? `Undo: ${undo.label}` : "Undo"}
          shortcut="Ctrl Z"
          disabled={!undo.label}
          onClick={undo.run}
        >
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton
          label={redo.label ? `Redo: ${redo.label}` : "Redo"}
          shortcut="Ctrl Shift Z"
          disabled={!redo.label}
          onClick={redo.run}
        >
          <Redo2 aria-hidden />
        </IconButton>
        {view !== "list" && (
          <IconButton
            label="Ripple: what follows gives way and moves up"
            shortcut="R"
            aria-pressed={props.isRipple}
            onClick={props.onRipple}
          >
            <WrapText aria-hidden />
          </IconButton>
        )}
        <span className="ml-1 flex gap-1">{props.actions}</span>
      </div>
    </header>
  );
}
