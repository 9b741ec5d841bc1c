"use client";

import { CalendarCheck, Clock, ListOrdered, Shuffle } from "lucide-react";
import type { Stretch } from "@/core/schedule/gaps";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { MenuItem, MenuLabel } from "../ui/menu-item";
import { type FillStrategy, useFill } from "./use-fill";

const STRATEGIES: { value: FillStrategy; label: string; icon: React.ReactNode }[] = [
  { value: "shuffle", label: "Shuffled", icon: <Shuffle aria-hidden /> },
  { value: "sequential", label: "In order of the library", icon: <ListOrdered aria-hidden /> },
  { value: "least_recent", label: "Longest not shown first", icon: <Clock aria-hidden /> },
];

/** Fills what is empty on this day from the library; what is already placed stays where it is. */
export function FillMenu({ channelId, stretch }: { channelId: string; stretch: Stretch | null }) {
  const { fill, isFilling } = useFill(channelId);
  return (
    <Menu
      trigger={
        <Button icon={<CalendarCheck aria-hidden />} busy={isFilling} disabled={stretch === null}>
          Fill gaps
        </Button>
      }
    >
      <MenuLabel>Fill the gaps of this day from the library</MenuLabel>
      {STRATEGIES.map(({ value, label, icon }) => (
        <MenuItem key={value} icon={icon} onSelect={() => stretch && fill({ stretch, strategy: value })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
