import type { NowNext } from "@/core/channels/contract";
import { db } from "../db";
import { JOIN_CONTENT, PROGRAMME_COLUMNS, type ProgrammeRow, programmeView } from "./programme";

export interface NowAndNext<P = NowNext> {
  now: P | null;
  next: P | null;
}

/** As {@link nowNextRows}, as viewers see it. */
export async function nowNextOf(channelIds: readonly string[], now: Date): Promise<Map<string, NowAndNext>> {
  const rows = await nowNextRows(channelIds, now);
  const view = (row: ProgrammeRow | null) => row && programmeView(row);
  return new Map([...rows].map(([id, found]) => [id, { now: view(found.now), next: view(found.next) }]));
}

/**
 * What plays on each of these channels and what comes after it, by channel id: from the schedule of a linear channel,
 * from what is committed of a loop. Breaks are no programmes. One step in an index for each channel.
 */
export async function nowNextRows(
  channelIds: readonly string[],
  now: Date,
): Promise<Map<string, NowAndNext<ProgrammeRow>>> {
  if (channelIds.length === 0) return new Map();
  const rows = await db.$queryRaw<ProgrammeRow[]>`
    SELECT ${PROGRAMME_COLUMNS}
    FROM unnest(${channelIds}::uuid[]) AS wanted(id)
    JOIN channel ON channel.id = wanted.id
    CROSS JOIN LATERAL (
      (SELECT channel_id, content_item_id, starts_at, ends_at FROM (
        SELECT * FROM block WHERE channel_id = channel.id AND starts_at <= ${now} ORDER BY starts_at DESC LIMIT 1
      ) AS latest WHERE ends_at > ${now} AND kind <> 'ad_break' AND channel.kind = 'linear')
      UNION ALL
      (SELECT channel_id, content_item_id, starts_at, ends_at FROM block
      WHERE channel_id = channel.id AND starts_at > ${now} AND kind <> 'ad_break' AND channel.kind = 'linear'
      ORDER BY starts_at LIMIT 1)
      UNION ALL
      (SELECT channel_id, content_item_id, starts_at, ends_at FROM airing
      WHERE channel_id = channel.id AND ends_at > ${now} AND kind = 'content' AND channel.kind = 'loop'
      ORDER BY ends_at LIMIT 2)
    ) AS slot ${JOIN_CONTENT}`;
  return byChannel(channelIds, rows, now);
}

function byChannel(channelIds: readonly string[], rows: ProgrammeRow[], now: Date) {
  const found = new Map<string, NowAndNext<ProgrammeRow>>(channelIds.map((id) => [id, { now: null, next: null }]));
  for (const row of rows) {
    const entry = found.get(row.channelId);
    if (entry) entry[row.startsAt <= now ? "now" : "next"] = row;
  }
  return found;
}
