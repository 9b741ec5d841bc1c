import { randomUUID } from "node:crypto";
import { AppError } from "@/core/errors";
import { redis } from "../redis";

/**
 * A truly sliding window as a sorted set of the times of the counted requests, in one round trip. The clock is
 * Redis's own, so that several processes agree.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local count = redis.call('ZCARD', KEYS[1])
local allowed = count < limit and 1 or 0
if allowed == 1 then
  redis.call('ZADD', KEYS[1], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[1], window)
  count = count + 1
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return { allowed, limit - count, oldest[2] and (oldest[2] + window - now) or window }
`;

export interface Spent {
  allowed: boolean;
  /** Names this event, to take it back. */
  eventId: string;
  remaining: number;
  /** Milliseconds until the oldest counted request leaves the window. */
  resetMs: number;
}

/**
 * Counts one event under `key` unless the window already holds `limit` of them.
 * @throws server.unavailable when Redis cannot be reached
 */
export async function spend(key: string, options: { windowMs: number; limit: number }): Promise<Spent> {
  const eventId = randomUUID();
  const reply = await redis()
    .eval(SCRIPT, 1, `lineup:limit:${key}`, options.windowMs, options.limit, eventId)
    .catch(() => {
      throw new AppError(
        "server.unavailable",
        "Requests of this kind cannot be counted at the moment. Try again shortly.",
      );
    });
  const [allowed, remaining, resetMs] = reply as [number, number, number];
  return { allowed: allowed === 1, eventId, remaining: Math.max(0, remaining), resetMs: Number(resetMs) };
}

/** Takes back an event that turned out not to count, such as a sign-in that succeeded. */
export async function takeBack(key: string, eventId: string): Promise<void> {
  await redis().zrem(`lineup:limit:${key}`, eventId);
}
