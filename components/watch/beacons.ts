/** How often a player that plays says so. */
export const HEARTBEAT_MS = 15_000;
/** Beacons that wait for the network: an hour of them. */
const MOST_WAITING = 240;
/** A clock that is off by more than this is set right for what we send. */
const CLOCK_OFF_MS = 30_000;

export type BeaconKind = "start" | "heartbeat" | "impression" | "end";

export interface SentBeacon {
  kind: BeaconKind;
  body: { sessionId: string; channelId: string; at: string };
}

/** What became of a beacon: taken, refused for good, or worth another try. `serverMs` is the server's clock. */
export interface Outcome {
  result: "taken" | "refused" | "again";
  serverMs?: number;
}

export interface Post {
  /** Sends one and tells what became of it. */
  send(beacon: SentBeacon): Promise<Outcome>;
  /** Hands one over to the browser while the page goes away; nobody hears of it again. */
  farewell(beacon: SentBeacon): void;
}

interface Waiting {
  kind: BeaconKind;
  localMs: number;
}

/**
 * Tells the server how one channel is watched in this tab: that the player was seen, that it started, every 15 s that
 * it plays, and that it ended. What cannot be sent waits and goes with the next, under its own time, by which the server
 * tells a repeat.
 */
export class WatchBeacons {
  private isPlaying = false;
  private hasStarted = false;
  private wasSeen = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private waiting: Waiting[] = [];
  private isSending = false;
  private clockOffMs = 0;

  constructor(
    private readonly viewing: { sessionId: string; channelId: string },
    private readonly post: Post,
  ) {}

  /** The picture moves. */
  playing(): void {
    if (this.isPlaying) return;
    this.isPlaying = true;
    if (!this.hasStarted) this.tell("start");
    this.hasStarted = true;
    this.timer = setInterval(() => this.tell("heartbeat"), HEARTBEAT_MS);
  }

  /** The picture stands still: what was watched since the last heartbeat counts. */
  stopped(): void {
    if (!this.isPlaying) return;
    this.halt();
    this.tell("heartbeat");
  }

  /** The player stands before somebody's eyes; once is enough. */
  seen(): void {
    if (this.wasSeen) return;
    this.wasSeen = true;
    this.tell("impression");
  }

  /** The page goes away, or another channel comes. A page that comes back starts anew. */
  leave(): void {
    const { hasStarted, isPlaying } = this;
    this.halt();
    this.hasStarted = false;
    for (const beacon of this.waiting.splice(0)) this.post.farewell(this.sealed(beacon));
    if (!hasStarted) return;
    const localMs = Date.now();
    if (isPlaying) this.post.farewell(this.sealed({ kind: "heartbeat", localMs }));
    this.post.farewell(this.sealed({ kind: "end", localMs: localMs + 1 }));
  }

  private halt(): void {
    clearInterval(this.timer);
    this.isPlaying = false;
  }

  private tell(kind: BeaconKind): void {
    this.waiting.push({ kind, localMs: Date.now() });
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
    void this.sendWaiting();
  }

  private async sendWaiting(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const outcome = await this.post.send(this.sealed(next)).catch((): Outcome => ({ result: "again" }));
      // A device whose clock is wrong is refused once, and then believed by the server's.
      const wasSet = this.setClock(outcome.serverMs);
      if (outcome.result === "again") break;
      if (outcome.result === "refused" && wasSet) continue;
      if (this.waiting[0] === next) this.waiting.shift();
    }
    this.isSending = false;
  }

  private sealed({ kind, localMs }: Waiting): SentBeacon {
    return { kind, body: { ...this.viewing, at: new Date(localMs + this.clockOffMs).toISOString() } };
  }

  /** True when the clock had to be set. */
  private setClock(serverMs: number | undefined): boolean {
    if (serverMs === undefined) return false;
    const offMs = serverMs - Date.now();
    if (Math.abs(offMs - this.clockOffMs) < CLOCK_OFF_MS) return false;
    this.clockOffMs = offMs;
    return true;
  }
}
