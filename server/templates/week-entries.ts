import { AppError } from "@/core/errors";
import type { Stretch } from "@/core/schedule/gaps";
import { addDays, type DayName, stretchOfDay } from "@/core/schedule/grid-day";
import type { TemplateEntry } from "@/core/schedule/template";
import { mondayOf, weekTimesOf } from "@/core/schedule/template-week";
import type { Channel } from "@/generated/prisma/client";
import type { Tx } from "../db";

/** A week of the channel's time zone, from Monday's first instant to the next Monday's. */
export function stretchOfWeek(weekOf: DayName, timeZone: string): Stretch {
  const monday = mondayOf(weekOf);
  return { fromMs: stretchOfDay(monday, timeZone).fromMs, toMs: stretchOfDay(addDays(monday, 7), timeZone).fromMs };
}

/**
 * The blocks that start in a week of a channel as the entries of a template.
 * @throws request.invalid when the week is empty
 */
export async function entriesOfWeek(
  client: Tx,
  channel: Pick<Channel, "id" | "timezone">,
  weekOf: DayName,
): Promise<TemplateEntry[]> {
  const { fromMs, toMs } = stretchOfWeek(weekOf, channel.timezone);
  const rows = await client.block.findMany({
    where: { channelId: channel.id, startsAt: { gte: new Date(fromMs), lt: new Date(toMs) } },
    orderBy: { startsAt: "asc" },
  });
  if (rows.length === 0) {
    const message = "nothing is on the guide of that week";
    throw new AppError("request.invalid", `\`weekOf\`: ${message}.`, {
      issues: [{ path: ["weekOf"], code: "custom", message }],
    });
  }
  const blocks = rows.map((row) => ({ row, fromMs: row.startsAt.getTime(), toMs: row.endsAt.getTime() }));
  return weekTimesOf(blocks, channel.timezone).kept.map(({ block: { row }, ...time }) => ({
    ...time,
    kind: row.kind,
    ...(row.contentItemId && { contentItemId: row.contentItemId }),
    ...(row.offsetMs > 0 && { offsetSeconds: row.offsetMs / 1000 }),
  }));
}
