import { Redis, type RedisOptions } from "ioredis";
import { env } from "./env";

const kept = globalThis as { lineupRedis?: Redis; lineupAppends?: Redis };

/**
 * The shared Redis connection for short commands. Commands fail at once while Redis is away, so that a
 * request answers "unavailable" instead of hanging.
 */
export function redis(): Redis {
  kept.lineupRedis ??= openRedis({ enableOfflineQueue: true, maxRetriesPerRequest: 1, commandTimeout: 2_000 });
  return kept.lineupRedis;
}

/**
 * The connection for appends. A command of which nobody knows whether Redis has seen it is not sent again by itself:
 * whoever asked for it decides.
 */
export function appendRedis(): Redis {
  kept.lineupAppends ??= openRedis({
    maxRetriesPerRequest: 0,
    commandTimeout: 2_000,
    autoResendUnfulfilledCommands: false,
    // After an outage beacons are taken again within a second.
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  });
  return kept.lineupAppends;
}

/** A connection of its own, for blocking consumers such as BullMQ workers and subscribers. */
export function openRedis(options: RedisOptions = {}): Redis {
  const connection = new Redis(env().REDIS_URL, options);
  connection.on("error", () => {});
  return connection;
}

/** Closes the shared connections; for orderly shutdown and tests. */
export async function closeRedis(): Promise<void> {
  kept.lineupRedis?.disconnect();
  kept.lineupAppends?.disconnect();
  kept.lineupRedis = undefined;
  kept.lineupAppends = undefined;
}
