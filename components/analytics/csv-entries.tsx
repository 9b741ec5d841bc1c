"use client";

import { useQueryClient } from "@tanstack/react-query";
import { MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/notify";
import type { Figures, Timeseries, TopLists } from "@/core/analytics/contract";
import { csvText, saveFile } from "./csv-text";

const FIGURES = ["viewers", "views", "watchSeconds", "impressions"] as const satisfies (keyof Figures)[];
const HEADS = ["viewers", "views", "watch_seconds", "impressions"];
const figuresOf = (row: Figures) => FIGURES.map((name) => row[name]);

export interface CsvEntriesProps {
  days: { from: string; to: string };
}

/** What `CsvMenu` holds. */
export function CsvEntries({ days }: CsvEntriesProps) {
  const client = useQueryClient();
  /** The figures of these days: the screen may still show those of the days before, so what is on its way is waited for. */
  const figures = async <T,>(part: string): Promise<T | undefined> => {
    const found = client.getQueryCache().findAll({ queryKey: ["analytics", part], type: "active" });
    const known = found.find(({ state }) => state.data !== undefined);
    return (known ? known.state.data : await found[0]?.fetch()) as T | undefined;
  };
  const name = (part: string) => `lineup-${part}-${days.from}-${days.to}.csv`;

  async function save<T>(file: string, part: string, text: (loaded: T) => string) {
    try {
      const loaded = await figures<T>(part);
      if (loaded) saveFile(name(file), text(loaded));
    } catch {
      toast.error("The file was not saved", { description: "The figures could not be loaded. Try again in a moment." });
    }
  }
  return (
    <>
      <MenuItem
        onSelect={() =>
          save<Timeseries>("audience", "timeseries", ({ points }) =>
            csvText(
              ["at", ...HEADS],
              points.map((point) => [point.at, ...figuresOf(point)]),
            ),
          )
        }
      >
        Over time
      </MenuItem>
      <MenuItem
        onSelect={() =>
          save<TopLists>("channels", "top", ({ channels }) =>
            csvText(
              ["id", "channel", ...HEADS],
              channels.map((row) => [row.id, row.name, ...figuresOf(row)]),
            ),
          )
        }
      >
        Channels
      </MenuItem>
      <MenuItem
        onSelect={() =>
          save<TopLists>("content", "top", ({ content }) =>
            csvText(
              ["id", "title", ...HEADS],
              content.map((row) => [row.id, row.title, ...figuresOf(row)]),
            ),
          )
        }
      >
        Content
      </MenuItem>
    </>
  );
}
