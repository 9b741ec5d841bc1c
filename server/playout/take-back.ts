import { type Airing, tableIdOf, undecided } from "@/core/playout/airing";
import { airingsUntil } from "@/core/playout/airings-until";
import { firmUntilUs, isPlannedAhead } from "@/core/playout/plan-ahead";
import type { Tx } from "../db";
import { type AiringRow, airingOf, FIRST_AIRING_SINCE, NEWEST_AIRINGS } from "./airing-rows";
import { type Query, segmentTables } from "./segment-tables";

/**
 * Takes back what a channel was to play beyond `atUs`; every segment that ends by then stays. Nobody has seen what is
 * taken back, so that the past never changes. Hold the channel's lock.
 * @returns the end of what is left, in microseconds; null when nothing lay beyond `atUs`
 */
export async function takeBack(tx: Tx, channelId: string, atUs: number): Promise<number | null> {
  const found = await straddling((sql, values) => tx.$queryRawUnsafe(sql, ...values), channelId, atUs);
  if (!found) return null;
  const { airing, kept } = found;
  const gone = airing.mediaSequence + (kept ? 1 : 0);
  await tx.airing.deleteMany({ where: { channelId, mediaSequence: { gte: gone } } });
  if (kept) {
    await tx.$executeRaw`UPDATE airing SET segment_count = ${kept.segmentCount},
      ends_at = timestamptz 'epoch' + ${kept.endsAtUs}::bigint * interval '1 microsecond'
      WHERE channel_id = ${channelId}::uuid AND media_sequence = ${kept.mediaSequence}`;
  }
  return found.endsAtUs;
}

/**
 * Where a change of the channel takes effect at the earliest: the end of what stays, in microseconds. What was planned
 * beyond is taken back, so that the change and playout never disagree. Hold the channel's lock.
 */
export async function takeBackPlan(tx: Tx, channelId: string, newest: Airing, now: Date): Promise<number> {
  if (!isPlannedAhead(newest, now.getTime())) return newest.endsAtUs;
  return (await takeBack(tx, channelId, firmUntilUs(now.getTime()))) ?? newest.endsAtUs;
}

/** What `commitAirings` would answer, without taking anything back; null where it would have to decide first. */
export async function firmUntil(client: Tx, channelId: string, now: Date): Promise<Date | null> {
  const query: Query = (sql, values) => client.$queryRawUnsafe(sql, ...values);
  const [row] = await query<AiringRow>(NEWEST_AIRINGS, [channelId, 1]);
  if (!row) return null;
  const newest = airingOf(row);
  if (undecided(newest, now.getTime())) return null;
  if (!isPlannedAhead(newest, now.getTime())) return instantOf(newest.endsAtUs);
  const found = await straddling(query, channelId, firmUntilUs(now.getTime()));
  return found && instantOf(found.endsAtUs);
}

/** Rounded up, so that a block that starts then starts after everything that is committed. */
export function instantOf(endUs: number): Date {
  return new Date(Math.ceil(endUs / 1000));
}

/** The airing that `atUs` falls into, what of it ends by then, and where. */
async function straddling(query: Query, channelId: string, atUs: number) {
  const [row] = await query<AiringRow>(FIRST_AIRING_SINCE, [channelId, new Date(atUs / 1000)]);
  if (!row) return null;
  const airing = airingOf(row);
  const [kept = null] = airingsUntil([airing], await segmentTables(query, [tableIdOf(airing)]), atUs);
  return { airing, kept, endsAtUs: kept?.endsAtUs ?? airing.startsAtUs };
}
