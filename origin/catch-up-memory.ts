import { AppError, notFound } from "@/core/errors";
import { programmeWindow } from "@/core/playout/catch-up";
import { mediaPlaylist, type Rendition } from "@/core/playout/media-playlist";
import type { Stretch } from "@/core/schedule/gaps";
import { LEAVE_AIR_MS, STATUS_KEPT_MS } from "@/server/playout/withdraw-airings";
import { Recent } from "./catch-up-recent";
import { nothingAired, outOfReach } from "./catch-up-refusals";
import type { CatchUpChannel, CatchUpSource, Line } from "./catch-up-source";
import { RenderedPlaylist, Rendering } from "./rendering";

/** Playlists reach back a window and a segment from the last listed segment; the rest is reserve. */
const LOOK_BACK_MS = 90_000;
/** So much of the past is read at once, and for so long it is believed: a moderator may block what it shows. */
const READ_MS = 300_000;
/** A programme on air is read again after this time: airings are decided a minute ahead. */
const GROWS_EVERY_MS = 10_000;
/** What is over never changes, but some day it can no longer be watched. */
const OVER_CACHE_CONTROL = "public, max-age=60";

interface Delayed {
  line: Line;
  rendering: Rendering;
  /** Until this instant of the channel's time all that was read is final: nothing that near is taken back. */
  finalUntilMs: number;
}

interface Programme extends Awaited<ReturnType<CatchUpSource["programme"]>> {
  readAtMs: number;
  changesAtMs: number;
  playlists: Map<Rendition, RenderedPlaylist>;
}

/** What has aired and is being watched now. The past does not change, so it is read once and kept for a while. */
export class CatchUpMemory {
  private readonly channels = new Recent<{ channel: CatchUpChannel | null; readAtMs: number }>(10_000);
  private readonly delays = new Recent<Delayed>(1_000);
  private readonly programmes = new Recent<Programme>(50);

  constructor(private readonly source: CatchUpSource) {}

  /**
   * The playlist of a channel as it was `seconds` ago.
   * @throws resource.not_found when the channel is not on air now or was not then, or keeps no such time
   */
  async delayed(idOrSlug: string, seconds: number, rendition: Rendition, nowMs: number): Promise<RenderedPlaylist> {
    const atMs = nowMs - seconds * 1000;
    const channel = await this.requireReach(idOrSlug, atMs, nowMs);
    const key = `${channel.id} ${seconds}`;
    const kept = this.delays.get(key);
    const isKept = kept && atMs < kept.finalUntilMs && atMs + 2_000 >= kept.finalUntilMs - READ_MS;
    const read = isKept ? kept : await this.readDelayed(channel.id, atMs, nowMs);
    if (!isKept) this.delays.set(key, read);
    requireUnblocked(read.line, { fromMs: atMs - LOOK_BACK_MS, toMs: atMs });
    const onAir = read.line.airings.some((airing) => airing.startsAtUs <= atMs * 1000 && atMs * 1000 < airing.endsAtUs);
    const playlist = onAir ? read.rendering.playlist(rendition, atMs) : null;
    if (!playlist) throw nothingAired();
    return playlist;
  }

  /**
   * The playlist of the programme to which a block belongs, from its start: growing while it is on air.
   * @throws resource.not_found when it has not aired or can no longer be watched
   */
  async programme(idOrSlug: string, blockId: string, rendition: Rendition, nowMs: number): Promise<RenderedPlaylist> {
    const channel = await this.onAir(idOrSlug, nowMs);
    const key = `${channel.id} ${blockId}`;
    let programme = this.programmes.get(key);
    const ageMs = programme ? nowMs - programme.readAtMs : Number.POSITIVE_INFINITY;
    if (!programme || ageMs > READ_MS || (nowMs >= programme.changesAtMs && ageMs > GROWS_EVERY_MS)) {
      programme = {
        ...(await this.source.programme(channel.id, blockId)),
        readAtMs: nowMs,
        changesAtMs: 0,
        playlists: new Map(),
      };
      this.programmes.set(key, programme);
    }
    const head = programme.airings[0];
    if (!head || head.startsAtUs > nowMs * 1000) throw notFound("The programme");
    requireWithin(channel, head.startsAtUs / 1000, nowMs);
    requireUnblocked(programme, { fromMs: head.startsAtUs / 1000, toMs: Number.POSITIVE_INFINITY });
    return this.playlistOf(programme, rendition, nowMs);
  }

  private playlistOf(programme: Programme, rendition: Rendition, nowMs: number): RenderedPlaylist {
    if (nowMs >= programme.changesAtMs) programme.playlists.clear();
    const kept = programme.playlists.get(rendition);
    if (kept) return kept;
    const { airings, tables, isFollowed } = programme;
    requireTables(programme);
    const found = programmeWindow(airings, tables, nowMs, isFollowed);
    if (!found) throw new AppError("server.unavailable", "The programme is about to begin. Try again in a moment.");
    const { window, isOver } = found;
    programme.changesAtMs = isOver ? Number.POSITIVE_INFINITY : (window.changesAtUs ?? nowMs * 1000) / 1000;
    const text = mediaPlaylist(window, rendition, isOver ? "over" : "growing");
    const playlist = new RenderedPlaylist(text, isOver ? OVER_CACHE_CONTROL : undefined);
    programme.playlists.set(rendition, playlist);
    return playlist;
  }

  /** @throws resource.not_found unless the channel is on air and its catch-up reaches back to `atMs` */
  async requireReach(idOrSlug: string, atMs: number, nowMs: number): Promise<CatchUpChannel> {
    const channel = await this.onAir(idOrSlug, nowMs);
    requireWithin(channel, atMs, nowMs);
    return channel;
  }

  private async onAir(idOrSlug: string, nowMs: number): Promise<CatchUpChannel> {
    const kept = this.channels.get(idOrSlug);
    const isFresh = kept && nowMs - kept.readAtMs < STATUS_KEPT_MS;
    // While the database is away, what is known goes on.
    const channel = isFresh
      ? kept.channel
      : await this.source.channel(idOrSlug).catch((thrown) => {
          if (kept?.channel) return kept.channel;
          throw thrown;
        });
    if (!isFresh && channel) this.channels.set(idOrSlug, { channel, readAtMs: nowMs });
    if (!channel || channel.published !== channel.changesAtMs <= nowMs) throw notFound("The channel");
    return channel;
  }

  private async readDelayed(channelId: string, atMs: number, nowMs: number): Promise<Delayed> {
    const untilMs = atMs + READ_MS;
    const line = await this.source.line(channelId, new Date(atMs - LOOK_BACK_MS), new Date(untilMs));
    requireTables(line);
    return {
      line,
      rendering: new Rendering(line.airings, line.tables),
      finalUntilMs: Math.min(untilMs, nowMs + LEAVE_AIR_MS),
    };
  }
}

function requireWithin({ catchUpHours }: CatchUpChannel, atMs: number, nowMs: number): void {
  if (nowMs - atMs > catchUpHours * 3_600_000) throw outOfReach(catchUpHours);
}

/** @throws resource.not_found where a window shows what a moderator has blocked */
function requireUnblocked({ airings, blocked }: Line, { fromMs, toMs }: Stretch): void {
  const shows = airings.some(
    ({ encodingId, startsAtUs, endsAtUs }) =>
      encodingId !== null && blocked.has(encodingId) && startsAtUs <= toMs * 1000 && endsAtUs > fromMs * 1000,
  );
  if (shows) throw nothingAired();
}

/** The files of an item that was removed go once its channel's catch-up is over; a longer one later does not bring them back. */
function requireTables({ airings, tables }: Line): void {
  if (airings.some((airing) => airing.encodingId !== null && !tables.has(airing.encodingId))) throw nothingAired();
}
