import type { Redis } from "ioredis";
import { redis } from "../redis";

/** A session watches for so long after its last beacon. */
export const LIVE_MS = 45_000;

const keyOf = (scopeId: string) => `lineup:live:${scopeId}`;

/** When sessions sent their last beacon, by creator or channel. */
export type LastSigns = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Tells all processes who watches. Forgets who has left, so that a set is no larger than its audience, and a set
 * without an audience goes by itself.
 */
export async function markLive(connection: Redis, signs: LastSigns, nowMs: number): Promise<void> {
  if (signs.size === 0) return;
  const pipeline = connection.pipeline();
  for (const [scopeId, sessions] of signs) {
    const key = keyOf(scopeId);
    pipeline.zadd(key, "GT", ...[...sessions].flatMap(([sessionId, atMs]) => [atMs, sessionId]));
    pipeline.zremrangebyscore(key, "-inf", nowMs - LIVE_MS);
    pipeline.pexpire(key, LIVE_MS);
  }
  const failed = (await pipeline.exec())?.find(([error]) => error);
  if (failed?.[0]) throw failed[0];
}

/** How many sessions had a beacon in the last 45 s, by creator or channel, in the order asked. */
export async function countLive(scopeIds: readonly string[], nowMs: number): Promise<number[]> {
  const pipeline = redis().pipeline();
  for (const scopeId of scopeIds) pipeline.zcount(keyOf(scopeId), nowMs - LIVE_MS, "+inf");
  const replies = (await pipeline.exec()) ?? [];
  return replies.map(([error, count]) => {
    if (error) throw error;
    return Number(count);
  });
}
