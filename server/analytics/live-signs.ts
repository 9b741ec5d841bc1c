import type { Redis } from "ioredis";
import { log } from "../log";
import { markLive } from "./live-viewers";

const TELL_EVERY_MS = 1_000;

/**
 * Gathers the signs of life of sessions and tells them once a second: a session is told once, however many beacons it
 * sent. What is lost when this process dies comes again with the next heartbeat.
 */
export class LiveSigns {
  private signs = new Map<string, Map<string, number>>();
  private timer: NodeJS.Timeout | null = null;

  /** @param redis the connection at the time of the call */
  constructor(private readonly redis: () => Redis) {}

  /** A session watches something of these creators and channels. */
  add(scopeIds: readonly string[], sessionId: string, atMs: number): void {
    for (const scopeId of scopeIds) {
      let sessions = this.signs.get(scopeId);
      if (!sessions) {
        sessions = new Map();
        this.signs.set(scopeId, sessions);
      }
      if ((sessions.get(sessionId) ?? 0) < atMs) sessions.set(sessionId, atMs);
    }
    this.timer ??= setTimeout(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  private async tell(): Promise<void> {
    const signs = this.signs;
    this.signs = new Map();
    this.timer = null;
    await markLive(this.redis(), signs, Date.now()).catch((err) => log.warn({ err }, "who watches could not be told"));
  }
}
