import type { Actor } from "@/core/actor";
import type { ScheduleVersions } from "@/core/schedule/batch-contract";
import { scheduleEtag } from "@/core/schedule/etag";
import { db } from "../db";
import { committedUntil } from "./committed-until";

/**
 * The entity tags of all of the actor's schedules: one step in an index, so that a page may ask every second. How far
 * the channels are locked takes some queries for each and is answered only when it is asked for.
 */
export async function scheduleVersions(actor: Actor, withEditable: boolean): Promise<ScheduleVersions> {
  const rows = await db.channel.findMany({
    where: { ownerId: actor.userId },
    orderBy: { id: "asc" },
    select: { id: true, status: true, scheduleVersion: true },
  });
  const channels: ScheduleVersions["channels"] = [];
  for (const row of rows) {
    const known = { channelId: row.id, etag: scheduleEtag(row) };
    if (!withEditable) channels.push(known);
    else channels.push({ ...known, editableFrom: (await committedUntil(row))?.toISOString() ?? null });
  }
  return { channels };
}
