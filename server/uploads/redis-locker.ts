import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Lock, Locker, RequestRelease } from "@tus/server";
import { AppError } from "@/core/errors";
import { redis } from "../redis";

/** A holder that dies loses the lock after so long. */
const LEASE_MS = 15_000;
const BEAT_MS = 500;
const RETRY_MS = 100;
const PATIENCE_MS = 30_000;

/** Prolongs the lease and tells whether it is still ours and whether somebody waits for it. */
const BEAT = `
local held = redis.call('GET', KEYS[1]) == ARGV[1]
if held then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return { held and 1 or 0, redis.call('EXISTS', KEYS[2]) }
`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/** One request at a time may touch an upload, across all web processes. */
export class RedisLocker implements Locker {
  newLock(id: string): Lock {
    return new RedisLock(`lineup:upload-lock:${id}`);
  }
}

class RedisLock implements Lock {
  private readonly token = randomUUID();
  private readonly wanted: string;
  private beating?: NodeJS.Timeout;
  private leasedUntil = 0;

  constructor(private readonly key: string) {
    this.wanted = `${key}:wanted`;
  }

  /**
   * Waits for the lock. The holder is asked to finish: it may be serving a connection that died without a word.
   * @throws upload.locked after half a minute; server.unavailable while Redis cannot be reached
   */
  async lock(signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!(await this.acquire())) {
      if (signal.aborted || Date.now() > giveUpAt) {
        throw new AppError("upload.locked", "Another request is still sending to this upload. Try again in a moment.");
      }
      await redis()
        .set(this.wanted, "1", "PX", 10 * RETRY_MS)
        .catch(unavailable);
      await sleep(RETRY_MS);
    }
    this.leasedUntil = Date.now() + LEASE_MS;
    this.beating = setInterval(() => void this.beat(requestRelease), BEAT_MS).unref();
  }

  async unlock(): Promise<void> {
    clearInterval(this.beating);
    // Where Redis cannot be reached the lease runs out by itself.
    await redis()
      .eval(RELEASE, 1, this.key, this.token)
      .catch(() => {});
  }

  private async acquire(): Promise<boolean> {
    const reply = await redis().set(this.key, this.token, "PX", LEASE_MS, "NX").catch(unavailable);
    return reply === "OK";
  }

  private async beat(requestRelease: RequestRelease): Promise<void> {
    try {
      const reply = await redis().eval(BEAT, 2, this.key, this.wanted, this.token, LEASE_MS);
      const [held, wanted] = reply as [number, number];
      if (held === 1) this.leasedUntil = Date.now() + LEASE_MS;
      if (held === 0 || wanted === 1) await requestRelease();
    } catch {
      if (Date.now() > this.leasedUntil) await requestRelease();
    }
  }
}

function unavailable(): never {
  throw new AppError("server.unavailable", "Uploads cannot be coordinated at the moment. Try again shortly.");
}
