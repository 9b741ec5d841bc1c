import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Airing } from "@/core/playout/airing";
import { mediaPlaylist, type Rendition } from "@/core/playout/media-playlist";
import { type MediaWindow, mediaWindow } from "@/core/playout/media-window";
import type { SegmentTable } from "@/core/playout/segment-table";

/** The clock of a machine may be set back by this much without an older playlist being answered after a newer one. */
const CLOCK_SET_BACK_MS = 10_000;

/** A playlist as it is sent, made once per change. Instances make the same bytes of it, compressed too. */
export class RenderedPlaylist {
  readonly plain: Buffer;
  readonly etag: string;
  private compressed: Buffer | null = null;

  constructor(text: string) {
    this.plain = Buffer.from(text, "utf8");
    this.etag = createHash("sha1").update(this.plain).digest("base64url");
  }

  get gzip(): Buffer {
    this.compressed ??= gzipSync(this.plain);
    return this.compressed;
  }
}

/** The playlists of one channel, made from airings that are known. */
export class Rendering {
  private window: MediaWindow | null = null;
  private fromMs = 0;
  private untilMs = 0;
  private readonly playlists = new Map<Rendition, RenderedPlaylist>();

  constructor(
    private readonly airings: readonly Airing[],
    private readonly tables: ReadonlyMap<string, SegmentTable>,
  ) {}

  get committedUntilMs(): number {
    return (this.airings.at(-1)?.endsAtUs ?? 0) / 1000;
  }

  /** The playlist at `nowMs`; null when nothing can be listed yet. Made anew only when a segment was added. */
  playlist(rendition: Rendition, nowMs: number): RenderedPlaylist | null {
    if (nowMs >= this.untilMs || nowMs < this.fromMs - CLOCK_SET_BACK_MS) this.look(nowMs);
    if (!this.window) return null;
    let playlist = this.playlists.get(rendition);
    if (!playlist) {
      playlist = new RenderedPlaylist(mediaPlaylist(this.window, rendition));
      this.playlists.set(rendition, playlist);
    }
    return playlist;
  }

  private look(nowMs: number): void {
    this.window = mediaWindow(this.airings, this.tables, nowMs);
    this.fromMs = nowMs;
    this.untilMs = this.window?.changesAtUs ? this.window.changesAtUs / 1000 : nowMs;
    this.playlists.clear();
  }
}
