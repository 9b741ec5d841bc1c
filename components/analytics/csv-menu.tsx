"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/notify";
import type { Figures, Timeseries, TopLists } from "@/core/analytics/contract";
import { csvText, saveFile } from "./csv-text";

const FIGURES = ["viewers", "views", "watchSeconds", "impressions"] as const satisfies (keyof Figures)[];
const HEADS = ["viewers", "views", "watch_seconds", "impressions"];
const figuresOf = (row: Figures) => FIGURES.map((name) => row[name]);

/** What the page shows, as files for a spreadsheet. */
export function CsvMenu({ days }: { days: { from: string; to: string } }) {
  const client = useQueryClient();
  /** What was loaded last is what is on screen. */
  const shown = <T,>(part: string): T | undefined => {
    const found = client.getQueryCache().findAll({ queryKey: ["analytics", part], type: "active" });
    return found.find(({ state }) => state.data !== undefined)?.state.data as T | undefined;
  };
  const name = (part: string) => `lineup-${part}-${days.from}-${days.to}.csv`;

  function save(part: string, text: string | undefined) {
    if (text) saveFile(name(part), text);
    else toast.error("There is nothing to save yet", { description: "The figures are still being loaded." });
  }
  return (
    <Menu trigger={<Button icon={<Download aria-hidden />}>CSV</Button>}>
      <MenuItem
        onSelect={() => {
          const series = shown<Timeseries>("timeseries");
          const rows = series?.points.map((point) => [point.at, ...figuresOf(point)]);
          save("audience", rows && csvText(["at", ...HEADS], rows));
        }}
      >
        Over time
      </MenuItem>
      <MenuItem
        onSelect={() => {
          const rows = shown<TopLists>("top")?.channels.map((row) => [row.id, row.name, ...figuresOf(row)]);
          save("channels", rows && csvText(["id", "channel", ...HEADS], rows));
        }}
      >
        Channels
      </MenuItem>
      <MenuItem
        onSelect={() => {
          const rows = shown<TopLists>("top")?.content.map((row) => [row.id, row.title, ...figuresOf(row)]);
          save("content", rows && csvText(["id", "title", ...HEADS], rows));
        }}
      >
        Content
      </MenuItem>
    </Menu>
  );
}
