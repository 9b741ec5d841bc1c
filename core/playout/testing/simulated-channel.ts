import { type Airing, undecided } from "../airing";
import { airingsUntil } from "../airings-until";
import { mediaPlaylist, PLAYLISTS, type Rendition } from "../media-playlist";
import { mediaWindow } from "../media-window";
import { nextAirings, type ScheduledBlock } from "../next-airings";
import type { SegmentTable } from "../segment-table";
import { type LibraryItem, SLATE } from "./arbitrary-library";

/** A channel whose database is an array: committed, edited, published and read as the server does it. */
export class SimulatedChannel {
  line: Airing[] = [];
  blocks: ScheduledBlock[] = [];
  published = false;
  /** Whether every other item has captions. */
  hasCaptions = false;
  readonly tables: Map<string, SegmentTable>;

  constructor(
    library: readonly LibraryItem[],
    readonly filler: readonly LibraryItem[] = [],
    readonly loop: readonly LibraryItem[] = [],
  ) {
    this.tables = new Map([...library, ...filler, ...loop].map((item) => [item.encodingId, item.table]));
    this.tables.set("slate", SLATE);
  }

  /** Takes over what the pure function decides, as the database does: the newest airing grows, others are appended. */
  commit(nowMs: number, horizonMs?: number): void {
    if (!this.published) return;
    const newest = this.line.at(-1) ?? null;
    const span = undecided(newest, nowMs);
    if (!span && !horizonMs) return;
    const fromUs = span?.fromUs ?? newest!.endsAtUs;
    const { airings, missingTable } = nextAirings({
      channelId: "channel",
      recent: this.line.slice(-8),
      newestMayGoOn: true,
      nowMs,
      fromUs,
      untilUs: horizonMs ? (nowMs + horizonMs) * 1000 : span!.untilUs,
      blocks: this.blocks.filter((block) => block.endsAtMs * 1000 > fromUs),
      loop: this.loop,
      filler: this.filler,
      previousLoopItemId:
        this.line.findLast((airing) => airing.kind === "content" && airing.blockId === null)?.contentItemId ?? null,
      tables: this.tables,
    });
    if (missingTable) throw new Error(`table ${missingTable} is missing`);
    for (const airing of airings) {
      if (this.line.at(-1)?.mediaSequence === airing.mediaSequence) this.line.pop();
      else this.chooseCaption(airing);
      this.line.push(airing);
    }
  }

  /** As the database would say when an airing is new. */
  private chooseCaption(airing: Airing): void {
    if (this.hasCaptions && /[02468]$/.test(airing.contentItemId ?? ""))
      airing.captionId = `captions-of-${airing.contentItemId}`;
  }

  publish(nowMs: number): void {
    this.published = true;
    this.commit(nowMs);
  }

  unpublish(nowMs: number): void {
    this.published = false;
    this.line = airingsUntil(this.line, this.tables, nowMs * 1000);
  }

  /** End of what is committed: edits touch only what lies behind it. */
  get editableFromMs(): number {
    return Math.ceil((this.line.at(-1)?.endsAtUs ?? 0) / 1000);
  }
}

export type Playlists = Record<Rendition, string>;

/** All playlists at an instant, or null when nothing is listed. */
export function playlistsAt(
  airings: readonly Airing[],
  tables: ReadonlyMap<string, SegmentTable>,
  nowMs: number,
): Playlists | null {
  const window = mediaWindow(airings, tables, nowMs);
  if (!window) return null;
  return Object.fromEntries(PLAYLISTS.map((name) => [name, mediaPlaylist(window, name)])) as Playlists;
}
