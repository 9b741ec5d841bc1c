import type { ServerResponse } from "node:http";
import type { Actor } from "@/core/actor";
import type { LiveKpis } from "@/core/analytics/contract";
import { AppError } from "@/core/errors";
import { log } from "@/server/log";

/** What a live view is made from: the verbs, in the product. */
export interface LiveSource {
  kpis(actor: Actor, channelId: string | undefined, now: Date): Promise<LiveKpis>;
  /** Whether the key or session of a listener still holds. */
  holds(actor: Actor): Promise<boolean>;
}

export const TICK_MS = 5_000;
/** Something must move on a connection, also while there are no figures. */
const PING = Buffer.from(": ping\n\n");
const PING_EVERY_TICKS = 3;
/** The client asks again and is told why it may not. */
const OVER = Buffer.from('event: end\ndata: {"reason":"access_ended"}\n\n');
/** A listener that does not read is cut rather than waited for. */
const MOST_UNREAD_BYTES = 64 * 1024;

interface Listener {
  actor: Actor;
  outgoing: ServerResponse;
}

/** All listeners of one creator's figures, of one channel or of everything. */
interface Audience {
  channelId: string | undefined;
  listeners: Set<Listener>;
  /** The figures of the last tick, as they are sent; null until there are any. */
  event: Buffer | null;
  /** The computation that runs, shared by all who wait for it. */
  computing: Promise<Buffer> | null;
}

/**
 * Sends live figures to any number of listeners: one computation per channel and tick, and the same bytes to all. A
 * listener whose key or session no longer holds is told and ended before anything else is sent to it.
 */
export class LiveAudience {
  private readonly audiences = new Map<string, Audience>();
  private readonly timer: NodeJS.Timeout;
  private ticks = 0;

  constructor(
    private readonly source: LiveSource,
    tickMs = TICK_MS,
  ) {
    this.timer = setInterval(() => void this.tick(), tickMs);
    this.timer.unref();
  }

  /**
   * Sends the figures of now, and then those of every tick, until the connection ends. Headers are sent with the first.
   * @throws whatever the first computation throws, before anything is sent
   */
  async join(outgoing: ServerResponse, actor: Actor, channelId: string | undefined, headers: Record<string, string>) {
    const key = `${actor.userId} ${channelId ?? ""}`;
    let audience = this.audiences.get(key);
    if (!audience) {
      audience = { channelId, listeners: new Set(), event: null, computing: null };
      this.audiences.set(key, audience);
    }
    const listener = { actor, outgoing };
    audience.listeners.add(listener);
    outgoing.once("close", () => this.leave(key, listener));
    try {
      const first = audience.event ?? (await this.compute(audience, actor));
      outgoing.writeHead(200, headers);
      outgoing.write("retry: 5000\n\n");
      outgoing.write(first);
    } catch (thrown) {
      this.leave(key, listener);
      throw thrown;
    }
  }

  /** Ends all streams; clients come back by themselves, to another process or to the next one. */
  close(): void {
    clearInterval(this.timer);
    for (const { listeners } of this.audiences.values()) for (const { outgoing } of listeners) outgoing.end();
    this.audiences.clear();
  }

  get size(): number {
    let sum = 0;
    for (const { listeners } of this.audiences.values()) sum += listeners.size;
    return sum;
  }

  private leave(key: string, listener: Listener): void {
    const audience = this.audiences.get(key);
    audience?.listeners.delete(listener);
    if (audience?.listeners.size === 0) this.audiences.delete(key);
  }

  private async tick(): Promise<void> {
    this.ticks++;
    await Promise.all([...this.audiences.values()].map((audience) => this.send(audience)));
  }

  private async send(audience: Audience): Promise<void> {
    const { listeners } = audience;
    const [someone] = listeners;
    if (!someone) return;
    const [event] = await Promise.all([
      this.compute(audience, someone.actor).catch((err) => {
        log.warn({ err }, "live figures are not there");
        return null;
      }),
      this.endRevoked(listeners),
    ]);
    const pings = event === null || this.ticks % PING_EVERY_TICKS === 0;
    const bytes = event === null ? PING : pings ? Buffer.concat([event, PING]) : event;
    for (const { outgoing } of listeners) {
      if (!outgoing.headersSent) continue;
      if (outgoing.writableLength > MOST_UNREAD_BYTES) outgoing.destroy();
      else outgoing.write(bytes);
    }
  }

  /** Keys and sessions are asked for once a tick, whatever the number of their listeners. */
  private async endRevoked(listeners: Set<Listener>): Promise<void> {
    const byCredential = new Map<string, Listener[]>();
    for (const listener of listeners) {
      const { apiKeyId, sessionId, userId } = listener.actor;
      const credential = apiKeyId ?? sessionId ?? userId;
      const those = byCredential.get(credential);
      if (those) those.push(listener);
      else byCredential.set(credential, [listener]);
    }
    await Promise.all(
      [...byCredential.values()].map(async (those) => {
        // While nobody can say, everybody stays: an outage is not a sign-out.
        if (await this.source.holds(those[0]!.actor).catch(() => true)) return;
        for (const listener of those) {
          listeners.delete(listener);
          listener.outgoing.end(OVER);
        }
      }),
    );
  }

  private compute(audience: Audience, actor: Actor): Promise<Buffer> {
    audience.computing ??= this.source
      .kpis(actor, audience.channelId, new Date())
      .then((kpis) => {
        audience.event = Buffer.from(`id: ${kpis.at}\nevent: kpi\ndata: ${JSON.stringify(kpis)}\n\n`);
        return audience.event;
      })
      .catch((thrown) => {
        audience.event = null;
        // The channel was deleted: its listeners are told when they ask again.
        if (thrown instanceof AppError && thrown.code === "resource.not_found") this.endAll(audience);
        throw thrown;
      })
      .finally(() => {
        audience.computing = null;
      });
    return audience.computing;
  }

  private endAll({ listeners }: Audience): void {
    for (const { outgoing } of listeners) if (outgoing.headersSent) outgoing.end(OVER);
  }
}
