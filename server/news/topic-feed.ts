import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "../log";

/** Twice as often as a status may be old. */
const BEAT_MS = 400;
/** A database that does not answer within this time counts as away. */
const TIMEOUT_MS = 2_000;
const LONGEST_PAUSE_MS = 5_000;

export interface FeedListener {
  /** What has this id has changed. */
  changed(id: string): void;
  /** News may have been missed: whatever is known may have changed. */
  missed(): void;
}

/** Up to which instant everything that changed has been heard. */
export interface News {
  readonly heardUntilMs: number;
}

/** News of nobody: everything has to be looked up. */
export const NO_NEWS: News = { heardUntilMs: Number.NEGATIVE_INFINITY };

/**
 * Hears what the database tells under a topic as it is committed, by PostgreSQL's LISTEN on a connection of its own. While that is
 * away, or leads through a pooler that loses notifications, `heardUntilMs` stands still, so that its listener looks
 * for itself; the feed connects again by itself.
 */
export class TopicFeed implements News {
  heardUntilMs = Number.NEGATIVE_INFINITY;
  private readonly stopping = new AbortController();
  private client: pg.Client | null = null;
  private ended: Promise<void> | null = null;

  constructor(
    private readonly connectionString: string,
    private readonly topic: string,
    private readonly listener: FeedListener,
  ) {}

  start(): void {
    this.ended ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.client?.end().catch(() => {});
    await this.ended;
  }

  private async run(): Promise<void> {
    for (let pauseMs = 250; !this.stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        await this.listen(() => {
          pauseMs = 250;
        });
      } catch (err) {
        if (!this.stopping.signal.aborted)
          log.warn({ err, topic: this.topic }, "changes are looked up instead of heard");
      }
      this.heardUntilMs = Number.NEGATIVE_INFINITY;
      this.client?.end().catch(() => {});
      this.client = null;
      await sleep(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => {});
    }
  }

  /** Hears until the connection breaks, which it throws. */
  private async listen(onHearing: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: this.topic,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
      keepAlive: true,
    });
    this.client = client;
    let broken: Error | null = null;
    client.on("error", (thrown) => {
      broken = thrown;
    });
    const test = randomUUID();
    let testHeard = false;
    client.on("notification", ({ payload = "" }) => {
      if (payload === test) testHeard = true;
      else this.listener.changed(payload);
    });
    await client.connect();
    await client.query(`LISTEN ${this.topic}`);
    await client.query("SELECT pg_notify($1, $2)", [this.topic, test]);
    while (!this.stopping.signal.aborted) {
      const askedAtMs = Date.now();
      await client.query("SELECT"); // what was committed before has been delivered when this is answered
      if (broken) throw broken;
      if (!testHeard) throw new Error("PostgreSQL's notifications do not arrive; is there a pooler in between?");
      if (this.heardUntilMs === Number.NEGATIVE_INFINITY) {
        this.listener.missed();
        onHearing();
      }
      this.heardUntilMs = askedAtMs;
      await sleep(BEAT_MS, undefined, { signal: this.stopping.signal }).catch(() => {});
    }
  }
}
