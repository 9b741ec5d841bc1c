import { rowIndexOf } from "@/core/schedule/guide-rows";
import type { Ground } from "./ground";
import type { GuideBlock } from "./guide-block";

export type Direction = "left" | "right" | "up" | "down" | "first" | "last";

/** The block that an arrow key leads to: the next in its line, or the one on the nearest row that airs closest to it. */
export function blockTowards({ index, rows }: Ground, from: GuideBlock | null, towards: Direction): GuideBlock | null {
  if (!from) return rows.flatMap(({ channelId }) => index.get(channelId)?.[0] ?? [])[0] ?? null;
  const line = index.get(from.channelId) ?? [];
  const at = line.findIndex(({ id }) => id === from.id);
  switch (towards) {
    case "left":
      return line[at - 1] ?? null;
    case "right":
      return line[at + 1] ?? null;
    case "first":
      return line[0] ?? null;
    case "last":
      return line.at(-1) ?? null;
  }
  const start = rowIndexOf(rows, from.channelId, from.fromMs);
  const source = rows[start];
  if (!source) return null;
  const offsetMs = from.fromMs - source.fromMs;
  const way = towards === "up" ? -1 : 1;
  for (let row = rows[start + way], at = start + way; row; at += way, row = rows[at]) {
    const { channelId, fromMs, toMs } = row;
    const onRow = (index.get(channelId) ?? []).filter((block) => block.fromMs >= fromMs && block.fromMs < toMs);
    const distance = (block: GuideBlock) => Math.abs(block.fromMs - fromMs - offsetMs);
    const [first, ...others] = onRow;
    if (first) return others.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
  }
  return null;
}
