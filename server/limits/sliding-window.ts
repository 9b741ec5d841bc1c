import { randomBytes } from "node:crypto";
import { AppError } from "@/core/errors";
import { redis } from "../redis";
import { RedisFuse } from "./redis-fuse";

/**
 * A truly sliding window as a sorted set of the times of the counted events. The clock is Redis's own, so that several
 * processes agree. Takes any number of windows at once; window after window, so that two events under one key are
 * judged one after the other.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answers = {}
for i, key in ipairs(KEYS) do
  local window, limit, event = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), ARGV[3 * i]
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  local allowed = count < limit and 1 or 0
  if allowed == 1 then
    redis.call('ZADD', key, now, event)
    redis.call('PEXPIRE', key, window)
    count = count + 1
  end
  local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  answers[i] = { allowed, limit - count, oldest[2] and (oldest[2] + window - now) or window }
end
return answers
`;

/** Events judged by one call; more would hold up Redis's other callers. */
const MOST_AT_ONCE = 200;

export interface Window {
  windowMs: number;
  limit: number;
}

export interface Spent {
  allowed: boolean;
  /** Names this event, to take it back. */
  eventId: string;
  remaining: number;
  /** Milliseconds until the oldest counted event leaves the window. */
  resetMs: number;
}

interface Waiting extends Window {
  key: string;
  eventId: string;
  resolve: (spent: Spent) => void;
  reject: (thrown: unknown) => void;
}

const processName = randomBytes(6).toString("base64url");
let events = 0;
let waiting: Waiting[] = [];
const fuse = new RedisFuse();

/**
 * Counts one event under `key` unless the window already holds `limit` of them; one that is refused is not counted.
 * Events of one turn of the event loop share a round trip: a front server judges 15,000 beacons a second in some
 * hundreds of calls.
 * @throws server.unavailable, at once while Redis is known to be away
 */
export function spend(key: string, window: Window): Promise<Spent> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(flush);
    const eventId = `${processName}${(events++).toString(36)}`;
    waiting.push({ key: `lineup:limit:${key}`, eventId, ...window, resolve, reject });
  });
}

/** Takes back an event that turned out not to count, such as a sign-in that succeeded. */
export async function takeBack(key: string, eventId: string): Promise<void> {
  await redis().zrem(`lineup:limit:${key}`, eventId);
}

function flush(): void {
  const all = waiting;
  waiting = [];
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) void judge(all.slice(at, at + MOST_AT_ONCE));
}

async function judge(batch: readonly Waiting[]): Promise<void> {
  const keys = batch.map(({ key }) => key);
  const args = batch.flatMap(({ windowMs, limit, eventId }) => [windowMs, limit, eventId]);
  try {
    const connection = redis();
    const answers = await fuse.run(connection, () => connection.eval(SCRIPT, keys.length, ...keys, ...args));
    for (const [index, [allowed, remaining, resetMs]] of (answers as [number, number, number][]).entries()) {
      const { eventId, resolve } = batch[index]!;
      resolve({ allowed: allowed === 1, eventId, remaining: Math.max(0, remaining), resetMs: Number(resetMs) });
    }
  } catch {
    for (const { reject } of batch) reject(uncountable());
  }
}

function uncountable(): AppError {
  return new AppError(
    "server.unavailable",
    "Requests of this kind cannot be counted at the moment. Try again shortly.",
  );
}
