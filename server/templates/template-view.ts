import { z } from "zod";
import { type Template, TemplateEntry } from "@/core/schedule/template";
import { weekOffsetMs } from "@/core/schedule/template-week";
import type { ScheduleTemplate } from "@/generated/prisma/client";
import type { Tx } from "../db";

const Entries = z.array(TemplateEntry);

/** The entries of a stored template, in order of the week. */
export function entriesOf({ entries }: Pick<ScheduleTemplate, "entries">): TemplateEntry[] {
  return Entries.parse(entries).sort((a, b) => weekOffsetMs(a) - weekOffsetMs(b));
}

/** Templates as the API shows them, with the titles of their content. */
export async function templateViews(
  client: Tx,
  ownerId: string,
  rows: readonly ScheduleTemplate[],
): Promise<Template[]> {
  const read = rows.map((row) => ({ row, entries: entriesOf(row) }));
  const ids = [...new Set(read.flatMap(({ entries }) => entries.flatMap((entry) => entry.contentItemId ?? [])))];
  const items = await client.contentItem.findMany({
    where: { id: { in: ids }, ownerId },
    select: { id: true, title: true },
  });
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return read.map(({ row, entries }) => ({
    id: row.id,
    channelId: row.channelId,
    name: row.name,
    entries: entries.map((entry) => ({ ...entry, title: titles.get(entry.contentItemId ?? "") ?? null })),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** One template as the API shows it. */
export async function templateView(client: Tx, ownerId: string, row: ScheduleTemplate): Promise<Template> {
  const [view] = await templateViews(client, ownerId, [row]);
  return view as Template;
}
