import type { Tx } from "../db";
import { lockChannel } from "./lock-channel";
import { takeBack } from "./take-back";

/** How long a process may believe a channel's status without looking again. */
export const STATUS_KEPT_MS = 1_000;
/** How far ahead unpublishing takes effect: longer than any process keeps a status, so that all leave the air together. */
export const LEAVE_AIR_MS = 2_000;

/**
 * Takes back what was decided beyond `at`, the instant at which a channel leaves the air. No playlist has listed it: a
 * segment is listed once it ends, and from `at` on the channel answers 404. So the as-run log says what aired, and
 * publishing again decides anew from there on.
 */
export async function withdrawAirings(tx: Tx, channelId: string, at: Date): Promise<void> {
  await lockChannel(tx, channelId);
  // A process that learns late of a channel published again at once still lists what it knew, for so long.
  await takeBack(tx, channelId, (at.getTime() + STATUS_KEPT_MS) * 1000);
}
