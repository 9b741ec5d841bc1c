import type { IncomingMessage, ServerResponse } from "node:http";
import { masterPlaylist } from "@/core/playout/master-playlist";
import type { Rendition } from "@/core/playout/media-playlist";
import type { ChannelMemory } from "./channel-memory";
import { RenderedPlaylist } from "./rendering";
import {
  acceptsGzip,
  answersOtherMethod,
  type Handler,
  PUBLIC_HEADERS,
  pathOf,
  sendError,
  sendNotFound,
} from "./reply";
import { requestId } from "./request-id";

const PATH = /^\/v1\/channels\/([^/]+)\/(master|1080p|720p|480p|360p|audio)\.m3u8$/;
/** Shorter than half a segment: a cache must not hold back a new one. */
const CACHE_CONTROL = "public, max-age=1";

const master = new RenderedPlaylist(masterPlaylist());

export function isPlaylistPath(path: string): boolean {
  return path.endsWith(".m3u8") && PATH.test(path);
}

/** Answers `/v1/channels/:idOrSlug/{master,1080p,720p,480p,360p,audio}.m3u8`. `now` tells the time of a request. */
export function playlistHandler(memory: ChannelMemory, now: () => number = Date.now): Handler {
  return (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const [, name = "", playlist] = PATH.exec(pathOf(incoming)) ?? [];
    const idOrSlug = decoded(name);
    const nowMs = now();
    if (playlist !== "master") {
      const known = memory.recall(idOrSlug, playlist as Rendition, nowMs);
      if (known) return send(incoming, outgoing, known);
    }
    return look(memory, idOrSlug, playlist as Rendition | "master", nowMs).then(
      (found) => (found ? send(incoming, outgoing, found) : sendNotFound(incoming, outgoing, "The channel")),
      (thrown) => sendError(incoming, outgoing, thrown, PUBLIC_HEADERS),
    );
  };
}

async function look(memory: ChannelMemory, idOrSlug: string, name: Rendition | "master", nowMs: number) {
  if (name !== "master") return memory.playlist(idOrSlug, name, nowMs);
  return (await memory.isOnAir(idOrSlug, nowMs)) ? master : null;
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, playlist: RenderedPlaylist): void {
  const gzip = acceptsGzip(incoming);
  const etag = gzip ? `"${playlist.etag}-gzip"` : `"${playlist.etag}"`;
  const headers: Record<string, string | number> = {
    ...PUBLIC_HEADERS,
    "Cache-Control": CACHE_CONTROL,
    ETag: etag,
    Vary: "Accept-Encoding",
    "X-Request-Id": requestId(),
  };
  const known = incoming.headers["if-none-match"];
  if (known !== undefined && namesTag(known, etag)) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  const body = gzip ? playlist.gzip : playlist.plain;
  headers["Content-Type"] = "application/vnd.apple.mpegurl";
  headers["Content-Length"] = body.byteLength;
  if (gzip) headers["Content-Encoding"] = "gzip";
  outgoing.writeHead(200, headers);
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

/** Weak comparison of `If-None-Match` (RFC 9110 §13.1.2). */
export function namesTag(header: string, etag: string): boolean {
  return header
    .split(",")
    .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
