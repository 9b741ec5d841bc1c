"use client";

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { nextZoom, ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { addDays, type DayName } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { zoneName } from "../ui/format-time";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { DayPicker } from "./day-picker";

interface GuideToolbarProps {
  channels: Channel[];
  channel: Channel;
  day: DayName;
  today: DayName;
  noonMs: number;
  zoom: ZoomMinutes;
  onChannel: (id: string) => void;
  onDay: (day: DayName) => void;
  onZoom: (zoom: ZoomMinutes) => void;
  actions: ReactNode;
}

const zoomLabel = (minutes: number) =>
  minutes === 1440 ? "Whole day" : minutes >= 60 ? `${minutes / 60} h` : `${minutes} min`;

/** Which channel, which day, how close. */
export function GuideToolbar(props: GuideToolbarProps) {
  const { channels, channel, day, today, zoom, onDay, onZoom } = props;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-6">
      <h1 className="sr-only">Schedule</h1>
      <Select
        aria-label="Channel"
        className="w-full sm:w-52"
        value={channel.id}
        onChange={(event) => props.onChannel(event.target.value)}
      >
        {channels.map(({ id, name, status }) => (
          <option key={id} value={id}>
            {status === "draft" ? `${name} (draft)` : name}
          </option>
        ))}
      </Select>
      <div className="flex items-center gap-1">
        <IconButton label="Previous day" onClick={() => onDay(addDays(day, -1))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <Button size="md" disabled={day === today} onClick={() => onDay(today)}>
          Today
        </Button>
        <IconButton label="Next day" onClick={() => onDay(addDays(day, 1))}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <div className="flex min-w-0 items-center gap-1">
        <p className="truncate font-semibold text-lg">{dayText(day, "short")}</p>
        <DayPicker day={day} onDay={onDay} />
      </div>
      <p className="text-muted text-sm max-sm:hidden" title="The channel's time zone">
        {channel.timezone.replaceAll("_", " ")} ({zoneName(channel.timezone, props.noonMs)})
      </p>
      <div className="ml-auto flex items-center gap-1">
        <IconButton label="Zoom out" disabled={zoom === ZOOM_MINUTES[0]} onClick={() => onZoom(nextZoom(zoom, -1))}>
          <ZoomOut aria-hidden />
        </IconButton>
        <Select
          aria-label="Time across the screen"
          className="w-32"
          value={zoom}
          onChange={(event) => onZoom(Number(event.target.value) as ZoomMinutes)}
        >
          {ZOOM_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {zoomLabel(minutes)}
            </option>
          ))}
        </Select>
        <IconButton label="Zoom in" disabled={zoom === ZOOM_MINUTES.at(-1)} onClick={() => onZoom(nextZoom(zoom, 1))}>
          <ZoomIn aria-hidden />
        </IconButton>
        <span className="ml-2 flex gap-2">{props.actions}</span>
      </div>
    </header>
  );
}
