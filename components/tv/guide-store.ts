import type { Guide } from "@/core/guide/contract";
import type { TvChannel } from "@/core/tv/line-up";
import { type TvProgramme, tvProgramme } from "@/core/tv/programme";
import type { TvSession } from "./tv-session";

/** Guides are read in pieces of this length, on whole multiples of it, so that they are asked for once. */
const PIECE_MS = 6 * 3_600_000;
/** After this time a piece is asked for again; the old one is shown until then. */
const FRESH_MS = 5 * 60_000;
/** A page of the guide holds about twenty pieces. */
const MOST_PIECES = 120;
const MOST_WAITING = 24;

interface Piece {
  programmes: TvProgramme[];
  readAtMs: number;
}

/** The guides of the channels that are looked at, in a memory of fixed size. */
export class GuideStore {
  private readonly pieces = new Map<string, Piece>();
  private readonly waiting = new Set<string>();

  constructor(
    private readonly session: TvSession,
    private readonly onChange: () => void,
  ) {}

  /** What is known of a channel between two instants, in order of time. */
  known(channel: TvChannel, fromMs: number, toMs: number): TvProgramme[] {
    const found: TvProgramme[] = [];
    for (let atMs = pieceOf(fromMs); atMs < toMs; atMs += PIECE_MS) {
      const piece = this.pieces.get(keyOf(channel, atMs));
      for (const programme of piece ? piece.programmes : atMs === pieceOf(fromMs) ? channel.listed : []) {
        const last = found[found.length - 1];
        const isNew = !last || programme.startsAtMs >= last.endsAtMs;
        if (isNew && programme.endsAtMs > fromMs && programme.startsAtMs < toMs) found.push(programme);
      }
    }
    return found;
  }

  /** Whether everything between two instants is known. */
  isRead(channel: TvChannel, fromMs: number, toMs: number): boolean {
    for (let atMs = pieceOf(fromMs); atMs < toMs; atMs += PIECE_MS) {
      if (!this.pieces.has(keyOf(channel, atMs))) return false;
    }
    return true;
  }

  /** Asks for what is missing or old of a channel between two instants. */
  want(channel: TvChannel, fromMs: number, toMs: number): void {
    for (let atMs = pieceOf(fromMs); atMs < toMs; atMs += PIECE_MS) void this.read(channel, atMs);
  }

  /** After a sign-in or sign-out others may be seen. */
  clear(): void {
    this.pieces.clear();
  }

  private async read(channel: TvChannel, fromMs: number): Promise<void> {
    const key = keyOf(channel, fromMs);
    const piece = this.pieces.get(key);
    if (piece && Date.now() - piece.readAtMs < FRESH_MS) return;
    if (this.waiting.has(key) || this.waiting.size >= MOST_WAITING) return;
    this.waiting.add(key);
    const path = channel.isDraft ? `/v1/creator/channels/${channel.id}/guide` : `/v1/channels/${channel.id}/epg`;
    const window = `from=${new Date(fromMs).toISOString()}&to=${new Date(fromMs + PIECE_MS).toISOString()}`;
    const { body } = await this.session.ask<Guide>("GET", `${path}?${window}`);
    this.waiting.delete(key);
    if (!body) return;
    this.pieces.delete(key);
    this.pieces.set(key, { programmes: body.programmes.map(tvProgramme), readAtMs: Date.now() });
    if (this.pieces.size > MOST_PIECES) this.pieces.delete(this.pieces.keys().next().value as string);
    this.onChange();
  }
}

function pieceOf(ms: number): number {
  return Math.floor(ms / PIECE_MS) * PIECE_MS;
}

function keyOf(channel: TvChannel, fromMs: number): string {
  return `${channel.id} ${channel.isDraft} ${fromMs}`;
}
