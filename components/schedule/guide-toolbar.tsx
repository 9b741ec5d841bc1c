"use client";

import { ChevronLeft, ChevronRight, Redo2, Undo2, WrapText, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { nextZoom, ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
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
  zoom: ZoomMinutes;
  onChannel: (id: string) => void;
  onDay: (day: DayName) => void;
  onNow: () => void;
  onView: (view: ViewName) => void;
  onZoom: (zoom: ZoomMinutes) => void;
  isRipple: boolean;
  onRipple: () => void;
  undo: { label: string | null; run: () => void };
  redo: { label: string | null; run: () => void };
  /** How the edits on their way fare. */
  saving: "saved" | "saving" | "stalled";
  actions: ReactNode;
}

const zoomLabel = (minutes: number) =>
  minutes === 1440 ? "A day" : minutes >= 60 ? `${minutes / 60} h` : `${minutes} min`;
const VIEW_NAME: Record<ViewName, string> = { channels: "Channels", week: "Week", list: "List" };
const SAVING = { saved: "", saving: "Saving…", stalled: "Not saved yet: Lineup cannot be reached. Trying again…" };

/** Which channel, which day, how close; what was done last, and whether it has arrived. */
export function GuideToolbar(props: GuideToolbarProps) {
  const { channels, channel, day, today, view, zoom, onDay, onZoom, undo, redo, saving } = props;
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
      <p role="status" className={cn("min-w-0 truncate text-xs", saving === "stalled" ? "text-warn" : "text-muted")}>
        {SAVING[saving]}
      </p>
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
          <>
            <IconButton
              label="Ripple: what follows gives way and moves up"
              shortcut="R"
              aria-pressed={props.isRipple}
              onClick={props.onRipple}
            >
              <WrapText aria-hidden />
            </IconButton>
            <span className="mx-1 h-5 w-px bg-border" />
            <IconButton
              label="Zoom out"
              shortcut="−"
              disabled={zoom === ZOOM_MINUTES[0]}
              onClick={() => onZoom(nextZoom(zoom, -1))}
            >
              <ZoomOut aria-hidden />
            </IconButton>
            <Select
              aria-label="Time across the screen"
              className="w-24"
              value={zoom}
              onChange={(event) => onZoom(Number(event.target.value) as ZoomMinutes)}
            >
              {ZOOM_MINUTES.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {zoomLabel(minutes)}
                </option>
              ))}
            </Select>
            <IconButton
              label="Zoom in"
              shortcut="+"
              disabled={zoom === ZOOM_MINUTES.at(-1)}
              onClick={() => onZoom(nextZoom(zoom, 1))}
            >
              <ZoomIn aria-hidden />
            </IconButton>
          </>
        )}
        <span className="ml-1 flex gap-1">{props.actions}</span>
      </div>
    </header>
  );
}
