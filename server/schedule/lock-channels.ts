import type { Tx } from "../db";
import { lockChannel } from "../playout/lock-channel";

/** Locks several channels for the rest of the transaction, always in the same order, so that two edits never wait for each other. */
export async function lockChannels(tx: Tx, channelIds: readonly string[]): Promise<void> {
  for (const channelId of [...new Set(channelIds)].sort()) await lockChannel(tx, channelId);
}
