import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Airing } from "@/core/playout/airing";
import { mediaPlaylist, type Rendition } from "@/core/playout/media-playlist";
import { type MediaWindow, mediaWindow } from "@/core/playout/media-window";
import type { SegmentTable } from "@/core/playout/segment-table";
import { PUBLIC_HEADERS } from "./reply";

/** Shorter than half a segment: a cache must not hold back a new one. */
const CACHE_CONTROL = "public, max-age=1";
/** The clock of a machine may be set back by this much without an older playlist being answered after a newer one. */
const CLOCK_SET_BACK_MS = 10_000;

/**
 * No more of them than a player needs: Node checks each of them anew for every reply, and ten cost a tenth of it. What
 * scripts of other pages may read besides stands in errors and files, and nobody takes a playlist for anything else.
 */
const PLAYLIST_HEADERS = Object.entries(PUBLIC_HEADERS)
  .filter(([name]) => name !== "Access-Control-Expose-Headers" && name !== "X-Content-Type-Options")
  .flat();

/** One form of a playlist, ready to be sent: made once per change, not per request. */
export interface SentForm {
  etag: string;
  /** Text, which Node sends with the head in one piece; bytes when compressed. */
  body: string | Buffer;
  /** Text without a letter beyond ASCII is copied as it is, which is cheaper than to encode it. */
  encoding: "latin1" | "utf8";
  /** Names and values in turn, for 200 and for 304. The last value is the request's id, written anew for every reply. */
  headers: string[];
  headersUnchanged: string[];
}

/** A playlist in its two forms. Instances make the same bytes of it, compressed too. */
export class RenderedPlaylist {
  readonly plain: SentForm;
  private compressed: SentForm | null = null;
  private readonly hash: string;

  constructor(
    private readonly text: string,
    private readonly cacheControl = CACHE_CONTROL,
  ) {
    this.hash = createHash("sha1").update(text).digest("base64url");
    this.plain = sentForm(`"${this.hash}"`, text, [], cacheControl);
  }

  get gzip(): SentForm {
    this.compressed ??= sentForm(
      `"${this.hash}-gzip"`,
      gzipSync(this.text),
      ["Content-Encoding", "gzip"],
      this.cacheControl,
    );
    return this.compressed;
  }
}

function sentForm(etag: string, body: string | Buffer, encoding: readonly string[], cacheControl: string): SentForm {
  const both = [
    ...PLAYLIST_HEADERS,
    ...["Cache-Control", cacheControl],
    ...["ETag", etag],
    ...["Vary", "Accept-Encoding"],
  ];
  const sizeBytes = Buffer.byteLength(body);
  const type = ["Content-Type", "application/vnd.apple.mpegurl", "Content-Length", String(sizeBytes)];
  const isAscii = sizeBytes === body.length;
  return {
    etag,
    body,
    encoding: isAscii ? "latin1" : "utf8",
    headers: [...both, ...type, ...encoding, "X-Request-Id", ""],
    headersUnchanged: [...both, "X-Request-Id", ""],
  };
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
