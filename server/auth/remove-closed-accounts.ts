import { db } from "../db";
import { log } from "../log";
import { storage } from "../storage/create-storage";
import { channelPrefix } from "../storage/keys";

/** A channel has left the air by then on every process, however their clocks differ. */
const SETTLED_AFTER_MS = 60_000;

/**
 * Removes the rows of accounts that were closed, once the files of all their content are gone; for the sweep.
 * @returns how many accounts
 */
export async function removeClosedAccounts(now: Date): Promise<number> {
  const closed = await db.user.findMany({
    where: {
      deletedAt: { lt: new Date(now.getTime() - SETTLED_AFTER_MS) },
      content: { none: { purgedAt: null } },
    },
    select: { id: true, channels: { select: { id: true } } },
    take: 50,
  });
  for (const { id, channels } of closed) {
    for (const channel of channels) await storage().removePrefix(channelPrefix(channel.id));
    // Blocks hold on to their content, and go with their channels.
    await db.channel.deleteMany({ where: { ownerId: id } });
    await db.user.delete({ where: { id } });
    log.info({ userId: id }, "a closed account is gone");
  }
  return closed.length;
}
