"use client";

import { ZoomIn, ZoomOut } from "lucide-react";
import { nextZoom, ZOOM_MINUTES, type ZoomMinutes } from "@/core/schedule/grid-axis";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";

const labelOf = (minutes: number) =>
  minutes === 1440 ? "A day" : minutes >= 60 ? `${minutes / 60} h` : `${minutes} min`;

/** How much time lies across the guide, from a day to five minutes. */
export function ZoomControl({ zoom, onZoom }: { zoom: ZoomMinutes; onZoom: (zoom: ZoomMinutes) => void }) {
  return (
    <div className="flex items-center">
      <IconButton
        label="Zoom out"
        shortcut="−"
        size="sm"
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
            {labelOf(minutes)}
          </option>
        ))}
      </Select>
      <IconButton
        label="Zoom in"
        shortcut="+"
        size="sm"
        disabled={zoom === ZOOM_MINUTES.at(-1)}
        onClick={() => onZoom(nextZoom(zoom, 1))}
      >
        <ZoomIn aria-hidden />
      </IconButton>
    </div>
  );
}
