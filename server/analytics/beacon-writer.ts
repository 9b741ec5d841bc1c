import type { Redis } from "ioredis";
import { AppError } from "@/core/errors";
import { log } from "../log";
import { BEACON_STREAM, LINES } from "./beacon-stream";

/** Lines of one entry: enough for a slow disk, few enough that one entry is folded in a moment. */
const LINES_AT_ONCE = 500;
/** More than this waits only while Redis hardly moves; then it is better to say so than to wait. */
const MOST_WAITING = 20_000;
/** Beacons that nobody folds must not fill the memory that queue and limits live in. */
const MOST_STREAM_BYTES = 1024 ** 3;
const LOOK_EVERY_MS = 5_000;

type Done = (failure: AppError | null) => void;

/**
 * Appends beacons to the stream. What comes while one append is on its way goes along with the next, so that a busy
 * process writes hundreds at a time and a quiet one waits for nobody.
 */
export class BeaconWriter {
  private lines: string[] = [];
  private dones: Done[] = [];
  private isWriting = false;
  private isFull = false;
  private lookedAtMs = Number.NEGATIVE_INFINITY;

  /** @param redis the connection at the time of the call */
  constructor(private readonly redis: () => Pick<Redis, "xadd" | "call">) {}

  /** `done` hears once the line is in the stream, or why it is not: then it may or may not be there. */
  append(line: string, done: Done): void {
    if (this.isFull || this.lines.length >= MOST_WAITING) {
      done(unavailable("More beacons come than can be counted. Try again in a moment."));
      return;
    }
    this.lines.push(line);
    this.dones.push(done);
    if (!this.isWriting) {
      this.isWriting = true;
      // What this turn of the event loop still brings goes along.
      setImmediate(() => void this.write());
    }
  }

  private async write(): Promise<void> {
    while (this.lines.length > 0) {
      const lines = this.lines.splice(0, LINES_AT_ONCE);
      const dones = this.dones.splice(0, LINES_AT_ONCE);
      const failure = await this.appendAll(lines);
      for (const done of dones) done(failure);
      await this.look();
    }
    this.isWriting = false;
  }

  private async appendAll(lines: readonly string[]): Promise<AppError | null> {
    try {
      await this.redis().xadd(BEACON_STREAM, "*", LINES, lines.join("\n"));
      return null;
    } catch (err) {
      log.warn({ err, beacons: lines.length }, "beacons could not be written");
      return unavailable("Beacons cannot be taken at the moment. Try again shortly.");
    }
  }

  private async look(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs < this.lookedAtMs + LOOK_EVERY_MS) return;
    this.lookedAtMs = nowMs;
    const bytes = await this.redis()
      .call("MEMORY", "USAGE", BEACON_STREAM, "SAMPLES", "5")
      .catch(() => 0);
    const isFull = Number(bytes ?? 0) > MOST_STREAM_BYTES;
    if (isFull && !this.isFull)
      log.error({ bytes }, "beacons wait to be folded and no more are taken; does a worker run?");
    this.isFull = isFull;
    if (isFull) setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }
}

function unavailable(message: string): AppError {
  return new AppError("server.unavailable", message);
}
