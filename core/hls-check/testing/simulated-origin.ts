import type { Airing } from "../../playout/airing";
import { masterPlaylist } from "../../playout/master-playlist";
import { mediaPlaylist, type Rendition } from "../../playout/media-playlist";
import { mediaWindow } from "../../playout/media-window";
import type { SegmentTable } from "../../playout/segment-table";
import type { SimulatedChannel } from "../../playout/testing/simulated-channel";
import type { Reply } from "../reply-rules";
import { fakeCaptions, fakeInit, fakeSegmentHead } from "./fake-files";

export const BASE = "https://tv.example";
export const MASTER = `${BASE}/v1/channels/one/master.m3u8`;
const ANSWERS_AFTER_MS = 5;
/** Bits per second of every simulated segment. */
const RATE = 100_000;
const ANYBODY = { "access-control-allow-origin": "*" };

/** Answers for a simulated channel as the real origin does: playlists by its pure functions, files made up to fit. */
export class SimulatedOrigin {
  /** `known` tells the airings that this instance knows: all, unless it remembers older ones. */
  constructor(
    readonly channel: SimulatedChannel,
    private readonly known: () => readonly Airing[] = () => channel.line,
  ) {}

  reply(url: string, nowMs: number): Reply {
    const { pathname } = new URL(url);
    const common = { url, sentAtMs: nowMs, receivedAtMs: nowMs + ANSWERS_AFTER_MS, failure: null, allHeaders: true };
    const [, name] = /\/([\w-]+)\.m3u8$/.exec(pathname) ?? [];
    const body = name === undefined ? this.file(pathname) : this.playlist(name, nowMs);
    if (!body) return { ...common, status: 404, headers: {}, body: new Uint8Array() };
    const date = new Date(nowMs).toUTCString();
    if (name !== undefined) return { ...common, status: 200, headers: { ...PLAYLIST, date }, body: body.bytes };
    const range: Record<string, string> = body.total ? { "content-range": `bytes 0-99/${body.total}` } : {};
    const headers = { ...FILE, "content-type": body.type ?? "", ...range };
    return { ...common, status: body.total ? 206 : 200, headers, body: body.bytes };
  }

  private playlist(name: string, nowMs: number): Body | null {
    if (!this.channel.published) return null;
    if (name === "master") return { bytes: new TextEncoder().encode(masterPlaylist()) };
    const window = mediaWindow(this.known(), this.channel.tables, nowMs);
    return window && { bytes: new TextEncoder().encode(mediaPlaylist(window, name as Rendition)) };
  }

  private file(pathname: string): Body | null {
    if (pathname.endsWith(".vtt")) return this.captions(pathname);
    const [, folder = "", rendition, file = ""] = /^(\/.*\/)(\w+)\/([\w.]+)$/.exec(pathname) ?? [];
    const table = [...this.channel.tables.values()].find((each) => each.baseUrl === folder);
    if (!table) return null;
    const track = rendition === "audio" ? table.audio : table.video;
    const type = rendition === "audio" ? "audio/mp4" : "video/mp4";
    if (file === "init.mp4")
      return { bytes: fakeInit(track.timescale, rendition === "audio" ? null : [0x64, 0, 0x1e]), type };
    const index = Number.parseInt(file, 10);
    const ticks = track.ticks[index];
    if (ticks === undefined) return null;
    const total = Math.round(((ticks / track.timescale) * RATE) / 8);
    return { bytes: fakeSegmentHead(startTicks(track, index), ticks, total), type, total };
  }

  private captions(pathname: string): Body {
    const [, encodingId, number] = /\/([\w-]+)\/[\w-]+\/(\d+)\.vtt$/.exec(pathname) ?? [];
    const track = this.channel.tables.get(encodingId ?? "")?.video;
    const bytes = track
      ? fakeCaptions(startTicks(track, Number(number)) / track.timescale)
      : new TextEncoder().encode("WEBVTT\n");
    return { bytes, type: "text/vtt" };
  }
}

interface Body {
  bytes: Uint8Array;
  type?: string;
  /** Size of the whole file, where only its beginning is answered. */
  total?: number;
}

const PLAYLIST = {
  ...ANYBODY,
  "content-type": "application/vnd.apple.mpegurl",
  "cache-control": "public, max-age=1",
  "content-encoding": "gzip",
  etag: '"1"',
};
const FILE = { ...ANYBODY, "cache-control": "public, max-age=31536000, immutable", etag: '"1"' };

function startTicks(track: SegmentTable["video"], index: number): number {
  return track.ticks.slice(0, index).reduce((sum, ticks) => sum + ticks, 0);
}
