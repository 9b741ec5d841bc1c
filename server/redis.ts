import { Redis, type RedisOptions } from "ioredis";
import { env } from "./env";

const kept = globalThis as { lineupRedis?: Redis };

/**
 * The shared Redis connection for short commands. Commands fail at once while Redis is away, so that a
 * request answers "unavailable" instead of hanging.
 */
export function redis(): Redis {
  kept.lineupRedis ??= openRedis({ enableOfflineQueue: true, maxRetriesPerRequest: 1, commandTimeout: 2_000 });
  return kept.lineupRedis;
}

/** A connection of its own, for blocking consumers such as BullMQ workers and subscribers. */
export function openRedis(options: RedisOptions = {}): Redis {
  const connection = new Redis(env().REDIS_URL, options);
  connection.on("error", () => {});
  return connection;
}

/** Closes the shared connection; for orderly shutdown and tests. */
export async function closeRedis(): Promise<void> {
  kept.lineupRedis?.disconnect();
  kept.lineupRedis = undefined;
}
