import type { Template, TemplateEntry } from "@/core/schedule/template";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** An entry as it is sent: without the title, which belongs to its content. */
export function entryToSend({ title: _, ...entry }: Template["entries"][number]): TemplateEntry {
  return entry;
}
