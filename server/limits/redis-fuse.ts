import type { Redis } from "ioredis";

/** After a failure, calls fail at once for so long; then one may try again. */
const OPEN_MS = 1_000;

/** States of a connection in which a command would wait for the next attempt to connect. */
const AWAY: readonly string[] = ["close", "reconnecting", "end"];

/**
 * Keeps callers from waiting for a Redis that is away: a command that waits for a connection takes seconds to fail,
 * and every request would take as long.
 */
export class RedisFuse {
  private openUntilMs = Number.NEGATIVE_INFINITY;
  private failing = false;

  /** @throws whatever the command throws; at once while Redis is known to be away */
  async run<T>(connection: Pick<Redis, "status">, command: () => Promise<T>, nowMs = performance.now()): Promise<T> {
    if (AWAY.includes(connection.status) || nowMs < this.openUntilMs) throw new Error("Redis is away");
    if (this.failing) this.openUntilMs = nowMs + OPEN_MS; // this one tries, the others do not wait for it
    try {
      const answer = await command();
      this.failing = false;
      this.openUntilMs = Number.NEGATIVE_INFINITY;
      return answer;
    } catch (thrown) {
      this.failing = true;
      this.openUntilMs = performance.now() + OPEN_MS;
      throw thrown;
    }
  }
}
