import { AppError } from "@/core/errors";
import type { Airing } from "@/core/playout/airing";
import type { Rendition } from "@/core/playout/media-playlist";
import { log } from "@/server/log";
import { STATUS_KEPT_MS } from "@/server/playout/withdraw-airings";
import type { ChannelSource, ChannelStatus } from "./channel-source";
import { type RenderedPlaylist, Rendering } from "./rendering";
import { SharedCall } from "./shared-call";

/** Airings are read again when less than this is left of those that are known. */
const REFRESH_MS = 10_000;
/** Playlists reach back a window and a segment from the last listed segment; the rest is reserve. */
const LOOK_BACK_MS = 90_000;
/** A channel that nobody asked for during this time is forgotten. */
const IDLE_MS = 60_000;

interface Watched {
  status: ChannelStatus;
  statusReadAtMs: number;
  statusCall: SharedCall;
  airingsCall: SharedCall;
  rendering: Rendering | null;
  /** The time on air to which the airings in `rendering` belong. */
  publishedAtMs: number | null;
  askedAtMs: number;
}

/**
 * The channels that are being watched. Their playlists are made from airings kept in memory, which are read again
 * shortly before they run out; a reader who finds none commits them itself. While the database is away, playlists
 * go on for as long as the airings last.
 */
export class ChannelMemory {
  private readonly watched = new Map<string, Watched>();
  private readonly arrivals = new Map<string, { atMs: number; status: Promise<ChannelStatus | null> }>();

  constructor(private readonly source: ChannelSource) {}

  /** The playlist if it can be answered without waiting. Most requests end here. */
  recall(idOrSlug: string, rendition: Rendition, nowMs: number): RenderedPlaylist | null {
    const channel = this.watched.get(idOrSlug);
    if (!channel || !isOnAir(channel.status, nowMs) || !isFresh(channel, nowMs)) return null;
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
    await this.readAirings(channel, nowMs);
    const playlist = channel.rendering?.playlist(rendition, nowMs);
    if (!playlist) throw new AppError("server.unavailable", "The channel is about to begin. Try again in a moment.");
    return playlist;
  }

  /** Whether a channel is on air; looks at most once in `STATUS_KEPT_MS` while it is. */
  async isOnAir(idOrSlug: string, nowMs: number): Promise<boolean> {
    return (await this.onAir(idOrSlug, nowMs)) !== null;
  }

  /** Forgets channels that nobody watches any more. */
  forgetIdle(nowMs: number): void {
    for (const [key, channel] of this.watched) if (nowMs - channel.askedAtMs > IDLE_MS) this.watched.delete(key);
  }

  private async onAir(idOrSlug: string, nowMs: number): Promise<Watched | null> {
    const known = this.watched.get(idOrSlug) ?? (await this.arrive(idOrSlug, nowMs));
    if (!known) return null;
    if (nowMs - known.statusReadAtMs >= STATUS_KEPT_MS) {
      await known.statusCall.runPatiently(() => this.readStatus(idOrSlug, known, nowMs), goOnFromMemory);
    }
    known.askedAtMs = nowMs;
    if (isOnAir(known.status, nowMs)) return known;
    this.watched.delete(idOrSlug);
    return null;
  }

  /** First sight of a channel. What is not on air is not kept, so that publishing shows at once everywhere. */
  private async arrive(idOrSlug: string, nowMs: number): Promise<Watched | null> {
    let arrival = this.arrivals.get(idOrSlug);
    if (!arrival) {
      arrival = { atMs: nowMs, status: this.source.status(idOrSlug).finally(() => this.arrivals.delete(idOrSlug)) };
      this.arrivals.set(idOrSlug, arrival);
    }
    const status = await arrival.status;
    if (!status || !isOnAir(status, nowMs)) return null;
    const known = this.watched.get(idOrSlug);
    if (known) return known;
    const channel: Watched = {
      status,
      statusReadAtMs: arrival.atMs,
      statusCall: new SharedCall(),
      airingsCall: new SharedCall(),
      rendering: null,
      publishedAtMs: status.publishedAtMs,
      askedAtMs: nowMs,
    };
    this.watched.set(idOrSlug, channel);
    return channel;
  }

  private async readStatus(idOrSlug: string, channel: Watched, nowMs: number): Promise<void> {
    const status = await this.source.status(idOrSlug);
    channel.status = status ?? { ...channel.status, published: false, changesAtMs: 0 };
    channel.statusReadAtMs = nowMs;
    const newTimeOnAir =
      channel.status.publishedAtMs !== null && channel.status.publishedAtMs !== channel.publishedAtMs;
    if (!newTimeOnAir) return;
    channel.publishedAtMs = channel.status.publishedAtMs;
    channel.rendering = null; // what was decided before may have been withdrawn
  }

  private async readAirings(channel: Watched, nowMs: number): Promise<void> {
    if (leftMs(channel.rendering, nowMs) >= REFRESH_MS) return;
    // A channel that leaves the air has no more than it has; once it is read there is nothing to wait for.
    if (channel.rendering && !channel.status.published) return;
    const load = () => this.load(channel, nowMs);
    if (leftMs(channel.rendering, nowMs) > 0) await channel.airingsCall.runPatiently(load, goOnFromMemory);
    else await channel.airingsCall.run(load);
  }

  private async load(channel: Watched, nowMs: number): Promise<void> {
    const since = new Date(nowMs - LOOK_BACK_MS);
    const { publishedAtMs } = channel;
    let airings = await this.source.airings(channel.status.id, since);
    if (channel.status.published && committedMs(airings) < nowMs + REFRESH_MS) {
      await this.source.commit(channel.status.id, new Date(nowMs));
      airings = await this.source.airings(channel.status.id, since);
    }
    const sameTimeOnAir = publishedAtMs === channel.publishedAtMs;
    if (airings.length > 0 && sameTimeOnAir)
      channel.rendering = new Rendering(airings, await this.source.tables(airings));
  }
}

function isOnAir(status: ChannelStatus, nowMs: number): boolean {
  const tookEffect = status.changesAtMs <= nowMs;
  return status.published === tookEffect;
}

function isFresh(channel: Watched, nowMs: number): boolean {
  if (nowMs - channel.statusReadAtMs >= STATUS_KEPT_MS) return false;
  return !channel.status.published || leftMs(channel.rendering, nowMs) >= REFRESH_MS;
}

function committedMs(airings: readonly Airing[]): number {
  return (airings.at(-1)?.endsAtUs ?? 0) / 1000;
}

function leftMs(rendering: Rendering | null, nowMs: number): number {
  return (rendering?.committedUntilMs ?? 0) - nowMs;
}

function goOnFromMemory(thrown: unknown): void {
  log.warn({ err: thrown }, "the database does not answer; playlists go on from memory");
}
