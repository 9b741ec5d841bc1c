import type { Airing } from "@/core/playout/airing";
import { tableIdOf } from "@/core/playout/airing";
import { stretchUs } from "@/core/playout/track-time";
import type { Tx } from "../db";
import { newestAirings } from "./airing-rows";
import { lockChannel } from "./lock-channel";
import { segmentTables } from "./segment-tables";

/** How long a process may believe a channel's status without looking again. */
export const STATUS_KEPT_MS = 1_000;
/** How far ahead unpublishing takes effect: longer than any process keeps a status, so that all leave the air together. */
export const LEAVE_AIR_MS = 2_000;

/** More airings than the horizon can hold: they last a second or more. */
const AHEAD = 100;

/**
 * Takes back what was committed beyond `at`, the instant at which a channel leaves the air. No playlist has listed
 * it: a segment is listed once it ends, and from `at` on the channel answers 404. So the as-run log says what aired,
 * and publishing again decides anew from there on.
 */
export async function withdrawAirings(tx: Tx, channelId: string, at: Date): Promise<void> {
  await lockChannel(tx, channelId);
  // A process that learns late of a channel published again at once still lists what it knew, for so long.
  const atUs = (at.getTime() + STATUS_KEPT_MS) * 1000;
  const ahead = (await newestAirings(tx, channelId, AHEAD)).filter((airing) => airing.endsAtUs > atUs);
  if (ahead.length === 0) return;
  const tables = await segmentTables((sql, parameters) => tx.$queryRawUnsafe(sql, ...parameters), ahead.map(tableIdOf));
  for (const airing of ahead) {
    const ticks = tables.get(tableIdOf(airing))?.video;
    const segmentCount = ticks
      ? completeSegments(airing, atUs, (count) => stretchUs(ticks, airing.firstSegment, count))
      : 0;
    if (segmentCount === 0) {
      await tx.$executeRaw`DELETE FROM airing WHERE channel_id = ${channelId}::uuid AND media_sequence = ${airing.mediaSequence}`;
      continue;
    }
    const endsAtUs = airing.startsAtUs + stretchUs(ticks!, airing.firstSegment, segmentCount);
    await tx.$executeRaw`
      UPDATE airing SET segment_count = ${segmentCount},
        ends_at = timestamptz 'epoch' + ${endsAtUs}::bigint * interval '1 microsecond'
      WHERE channel_id = ${channelId}::uuid AND media_sequence = ${airing.mediaSequence}`;
  }
}

function completeSegments(airing: Airing, atUs: number, lengthUs: (count: number) => number): number {
  let count = airing.segmentCount;
  while (count > 0 && airing.startsAtUs + lengthUs(count) > atUs) count--;
  return count;
}
