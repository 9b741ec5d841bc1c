import { tableIdOf } from "@/core/playout/airing";
import { airingsUntil } from "@/core/playout/airings-until";
import type { Tx } from "../db";
import { newestAirings, writeAirings } from "./airing-rows";
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
  const tables = await segmentTables((sql, values) => tx.$queryRawUnsafe(sql, ...values), ahead.map(tableIdOf));
  const kept = airingsUntil(ahead, tables, atUs);
  await tx.airing.deleteMany({ where: { channelId, mediaSequence: { gte: ahead[0]!.mediaSequence } } });
  await writeAirings(tx, channelId, kept);
}
