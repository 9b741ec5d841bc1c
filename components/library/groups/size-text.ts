import { formatDuration } from "@/components/ui/format-time";

/** How much a group holds: "12 items · 3:20:00". */
export function sizeText({ itemCount, durationSeconds }: { itemCount: number; durationSeconds: number }): string {
  const items = `${itemCount.toLocaleString()} ${itemCount === 1 ? "item" : "items"}`;
  return durationSeconds > 0 ? `${items} · ${formatDuration(durationSeconds)}` : items;
}
