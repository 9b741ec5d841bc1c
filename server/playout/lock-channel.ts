import type { Tx } from "../db";

/** Keeps this use of PostgreSQL's advisory locks apart from any other. */
const NAMESPACE = 0x11e_0001;

/**
 * Holds a channel until the transaction ends: commits of airings and edits of its schedule take turns. Take it before
 * anything is read, in a READ COMMITTED transaction, so that the reads see what the holder before has written.
 */
export async function lockChannel(tx: Tx, channelId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${channelId}, ${NAMESPACE}))`;
}
