import { AppError } from "@/core/errors";
import type { Airing } from "@/core/playout/airing";
import type { Rendition } from "@/core/playout/media-playlist";
import { log } from "@/server/log";
import { type FeedListener, type News, NO_NEWS } from "@/server/news/topic-feed";
import { STATUS_KEPT_MS } from "@/server/playout/withdraw-airings";
import type { ChannelRead, ChannelSource, ChannelStatus } from "./channel-source";
import { type RenderedPlaylist, Rendering } from "./rendering";
import { SharedCall } from "./shared-call";

/** Airings are read again when less than this is left of those that are known. */
const REFRESH_MS = 10_000;
/** Playlists reach back a window and a segment from the last listed segment; the rest is reserve. */
const LOOK_BACK_MS = 90_000;
/** So much is known ahead: how long a channel stays on air while the database is away, if it is planned so far. */
const LOOK_AHEAD_MS = 300_000;
/** A channel that nobody asked for during this time is forgotten. */
const IDLE_MS = 60_000;
/** An edit tells of several changes at once; they are read together. */
const GATHER_MS = 50;

interface Watched {
  status: ChannelStatus;
  /** When what is known of it was looked up. */
  readAtMs: number;
  /** True when it has changed since. */
  changed: boolean;
  call: SharedCall;
  rendering: Rendering | null;
  /** The time on air to which the airings in `rendering` belong. */
  publishedAtMs: number | null;
  askedAtMs: number;
}

/**
 * The channels that are being watched. Their playlists are made from airings kept in memory. News of a channel makes
 * it read them again at once; without news, its status is looked up every second. A reader who finds no airings
 * commits them itself. While the database is away, playlists go on for as long as the airings last.
 */
export class ChannelMemory implements FeedListener {
  private readonly watched = new Map<string, Watched>();
  private readonly arrivals = new Map<string, Promise<Watched | null>>();
  /** Channels that changed while some channel arrived: the read of that one may have missed it. */
  private readonly changedMeanwhile = new Set<string>();
  /** Names under which each channel is watched: its slug, its id, or both. */
  private readonly names = new Map<string, Set<string>>();

  constructor(
    private readonly source: ChannelSource,
    private readonly news: News = NO_NEWS,
  ) {}

  /** How many channels are kept now. */
  get size(): number {
    return this.watched.size;
  }

  /** The playlist if it can be answered without waiting. Most requests end here. */
  recall(idOrSlug: string, rendition: Rendition, nowMs: number): RenderedPlaylist | null {
    const channel = this.watched.get(idOrSlug);
    if (!channel || !isOnAir(channel.status, nowMs) || !this.isKnown(channel, nowMs)) return null;
    channel.askedAtMs = nowMs;
    return channel.rendering?.playlist(rendition, nowMs) ?? null;
  }

  /**
   * The playlist of a rendition at `nowMs`; null when there is no such channel on air. The answer depends on what is
   * stored and on `nowMs` only, not on which instance is asked.
   * @throws server.unavailable while the database is away and nothing that is decided is left
   */
  async playlist(idOrSlug: string, rendition: Rendition, nowMs: number): Promise<RenderedPlaylist | null> {
    const channel = await this.onAir(idOrSlug, nowMs);
    if (!channel) return null;
    const playlist = channel.rendering?.playlist(rendition, nowMs);
    if (!playlist) throw new AppError("server.unavailable", "The channel is about to begin. Try again in a moment.");
    return playlist;
  }

  /** Whether a channel is on air. */
  async isOnAir(idOrSlug: string, nowMs: number): Promise<boolean> {
    return (await this.onAir(idOrSlug, nowMs)) !== null;
  }

  /** Until when the airings of a watched channel are known; null when it is not watched. */
  knownUntilMs(idOrSlug: string): number | null {
    return this.watched.get(idOrSlug)?.rendering?.committedUntilMs ?? null;
  }

  /** Forgets channels that nobody watches any more. */
  forgetIdle(nowMs: number): void {
    for (const [name, channel] of this.watched) if (nowMs - channel.askedAtMs > IDLE_MS) this.forget(name, channel);
  }

  /** A watched channel has changed: it is read again at once. What is not watched is not kept. */
  changed(channelId: string): void {
    if (this.arrivals.size > 0) this.changedMeanwhile.add(channelId);
    for (const name of this.names.get(channelId) ?? []) {
      const channel = this.watched.get(name);
      if (!channel || channel.changed) continue;
      channel.changed = true;
      this.readSoon(name, channel);
    }
  }

  missed(): void {
    for (const channel of this.watched.values()) channel.changed = true;
  }

  private readSoon(name: string, channel: Watched): void {
    const read = async () => {
      if (this.watched.get(name) !== channel || !channel.changed) return;
      const before = channel.readAtMs;
      await this.readAgain(name, channel, Date.now());
      // By news that came while it was read; where it could not be read, the next request tries again.
      if (channel.changed && channel.readAtMs !== before) this.readSoon(name, channel);
    };
    setTimeout(read, GATHER_MS).unref();
  }

  private async onAir(idOrSlug: string, nowMs: number): Promise<Watched | null> {
    let channel = this.watched.get(idOrSlug) ?? null;
    if (!channel) channel = await this.arrive(idOrSlug, nowMs);
    else if (!this.isKnown(channel, nowMs)) {
      if (leftMs(channel, nowMs) > 0) await this.readAgain(idOrSlug, channel, nowMs);
      else await channel.call.run(() => this.read(idOrSlug, channel as Watched, nowMs));
    }
    if (!channel) return null;
    channel.askedAtMs = nowMs;
    if (isOnAir(channel.status, nowMs)) return channel;
    this.forget(idOrSlug, channel);
    return null;
  }

  /** First sight of a channel. What is not on air is not kept, so that publishing shows at once everywhere. */
  private arrive(idOrSlug: string, nowMs: number): Promise<Watched | null> {
    const arriving = this.arrivals.get(idOrSlug);
    if (arriving) return arriving;
    const arrival = this.firstRead(idOrSlug, nowMs).finally(() => {
      this.arrivals.delete(idOrSlug);
      if (this.arrivals.size === 0) this.changedMeanwhile.clear();
    });
    this.arrivals.set(idOrSlug, arrival);
    return arrival;
  }

  private async firstRead(idOrSlug: string, nowMs: number): Promise<Watched | null> {
    const found = await this.look(idOrSlug, nowMs, true);
    if (!found || !isOnAir(found.status, nowMs)) return null;
    const rendering = await this.rendering(found.airings);
    const channel: Watched = {
      status: found.status,
      readAtMs: nowMs,
      changed: this.changedMeanwhile.has(found.status.id),
      call: new SharedCall(),
      rendering,
      publishedAtMs: found.status.publishedAtMs,
      askedAtMs: nowMs,
    };
    this.watched.set(idOrSlug, channel);
    const names = this.names.get(found.status.id) ?? new Set();
    this.names.set(found.status.id, names.add(idOrSlug));
    return channel;
  }

  private readAgain(idOrSlug: string, channel: Watched, nowMs: number): Promise<void> {
    return channel.call.runPatiently(() => this.read(idOrSlug, channel, nowMs), goOnFromMemory);
  }

  private async read(idOrSlug: string, channel: Watched, nowMs: number): Promise<void> {
    channel.changed = false; // news from here on are of what this read may not see
    try {
      const found = await this.look(idOrSlug, nowMs, leftMs(channel, nowMs) <= 0);
      channel.status = found?.status ?? { ...channel.status, published: false, changesAtMs: 0 };
      const { publishedAtMs } = channel.status;
      if (publishedAtMs !== null && publishedAtMs !== channel.publishedAtMs) {
        channel.publishedAtMs = publishedAtMs;
        channel.rendering = null; // what was decided before may have been withdrawn
      }
      // A channel that leaves the air keeps what it had: the rest of it was withdrawn, and is not listed before then.
      if (found && found.airings.length > 0 && (channel.status.published || !channel.rendering)) {
        channel.rendering = await this.rendering(found.airings);
      }
      channel.readAtMs = nowMs;
    } catch (thrown) {
      channel.changed = true;
      throw thrown;
    }
  }

  /** Reads a channel; commits its airings where nobody has. */
  private async look(idOrSlug: string, nowMs: number, patient: boolean): Promise<ChannelRead | null> {
    const stretch = [new Date(nowMs - LOOK_BACK_MS), new Date(nowMs + LOOK_AHEAD_MS)] as const;
    const found = await this.source.read(idOrSlug, ...stretch, patient);
    if (!found?.status.published || endMs(found.airings) >= nowMs + REFRESH_MS) return found;
    await this.source.commit(found.status.id, new Date(nowMs));
    return this.source.read(idOrSlug, ...stretch, patient);
  }

  private async rendering(airings: readonly Airing[]): Promise<Rendering | null> {
    return airings.length > 0 ? new Rendering(airings, await this.source.tables(airings)) : null;
  }

  /** Whether what is known of a channel is up to date and lasts for a while. */
  private isKnown(channel: Watched, nowMs: number): boolean {
    const heardMs = channel.changed ? Number.NEGATIVE_INFINITY : this.news.heardUntilMs;
    if (nowMs - Math.max(channel.readAtMs, heardMs) >= STATUS_KEPT_MS) return false;
    return !channel.status.published || leftMs(channel, nowMs) >= REFRESH_MS;
  }

  private forget(name: string, channel: Watched): void {
    if (this.watched.get(name) !== channel) return;
    this.watched.delete(name);
    const names = this.names.get(channel.status.id);
    names?.delete(name);
    if (names?.size === 0) this.names.delete(channel.status.id);
  }
}

function isOnAir(status: ChannelStatus, nowMs: number): boolean {
  const tookEffect = status.changesAtMs <= nowMs;
  return status.published === tookEffect;
}

function leftMs(channel: Watched, nowMs: number): number {
  return (channel.rendering?.committedUntilMs ?? 0) - nowMs;
}

function endMs(airings: readonly Airing[]): number {
  return (airings.at(-1)?.endsAtUs ?? 0) / 1000;
}

function goOnFromMemory(thrown: unknown): void {
  log.warn({ err: thrown }, "the database does not answer; playlists go on from memory");
}
