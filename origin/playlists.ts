import type { IncomingMessage, ServerResponse } from "node:http";
import { masterPlaylist } from "@/core/playout/master-playlist";
import type { Rendition } from "@/core/playout/media-playlist";
import { requestId } from "@/server/http/request-id";
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

const PATH = /^\/v1\/channels\/([^/]+)\/(master|1080p|720p|480p|360p|audio|captions)\.m3u8$/;

const master = new RenderedPlaylist(masterPlaylist());

export function isPlaylistPath(path: string): boolean {
  return path.endsWith(".m3u8") && PATH.test(path);
}

/** Answers `/v1/channels/:idOrSlug/{master,1080p,720p,480p,360p,audio,captions}.m3u8`. `now` tells the time of a request. */
export function playlistHandler(memory: ChannelMemory, now: () => number = Date.now): Handler {
  return (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const [, name = "", playlist] = PATH.exec(pathOf(incoming)) ?? [];
    const idOrSlug = decoded(name);
    const nowMs = now();
    if (playlist !== "master") {
      const known = memory.recall(idOrSlug, playlist as Rendition, nowMs);
      if (known) return sendPlaylist(incoming, outgoing, known);
    }
    return look(memory, idOrSlug, playlist as Rendition | "master", nowMs).then(
      (found) => (found ? sendPlaylist(incoming, outgoing, found) : sendNotFound(incoming, outgoing, "The channel")),
      (thrown) => sendError(incoming, outgoing, thrown, PUBLIC_HEADERS),
    );
  };
}

/** Addresses are read once: reading one anew costs a tenth of a request. */
const MOST_ADDRESSES = 50_000;

/**
 * Answers what can be answered from memory and has been asked before, which is most of all requests, before anything
 * else looks at them. False for all others.
 */
export function playlistRecall(memory: ChannelMemory, now: () => number = Date.now) {
  const addresses = new Map<string, { idOrSlug: string; rendition: Rendition }>();
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (incoming.method !== "GET") return false;
    const url = incoming.url ?? "";
    let address = addresses.get(url);
    if (address === undefined) {
      const [, name = "", playlist = "master"] = (url.endsWith(".m3u8") && PATH.exec(url)) || [];
      if (playlist === "master") return false;
      address = { idOrSlug: decoded(name), rendition: playlist as Rendition };
      // Only of channels that exist: addresses of nothing must not fill the memory.
      if (!memory.recall(address.idOrSlug, address.rendition, now())) return false;
      if (addresses.size >= MOST_ADDRESSES) addresses.clear();
      addresses.set(url, address);
    }
    const nowMs = now();
    const playlist = memory.recall(address.idOrSlug, address.rendition, nowMs);
    if (playlist) sendPlaylist(incoming, outgoing, playlist, nowMs);
    return Boolean(playlist);
  };
}

async function look(memory: ChannelMemory, idOrSlug: string, name: Rendition | "master", nowMs: number) {
  if (name !== "master") return memory.playlist(idOrSlug, name, nowMs);
  return (await memory.isOnAir(idOrSlug, nowMs)) ? master : null;
}

/** Sends a playlist in the form that the caller takes, or says that it has not changed. */
export function sendPlaylist(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  playlist: RenderedPlaylist,
  nowMs: number = Date.now(),
): void {
  const form = acceptsGzip(incoming) ? playlist.gzip : playlist.plain;
  const known = incoming.headers["if-none-match"];
  if (known !== undefined && namesTag(known, form.etag)) {
    outgoing.writeHead(304, withId(form.headersUnchanged, nowMs)).end();
    return;
  }
  outgoing.writeHead(200, withId(form.headers, nowMs));
  if (incoming.method === "HEAD") outgoing.end();
  else outgoing.end(form.body, form.encoding);
}

/** The list itself and no copy: Node reads it at once. */
function withId(headers: string[], nowMs: number): string[] {
  headers[headers.length - 1] = requestId(nowMs);
  return headers;
}

/** Weak comparison of `If-None-Match` (RFC 9110 §13.1.2). */
export function namesTag(header: string, etag: string): boolean {
  return header
    .split(",")
    .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

/** What a part of a path says; nothing where that is no text, or holds U+0000, which PostgreSQL refuses. */
export function decoded(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text.includes("\0") ? "" : text;
  } catch {
    return "";
  }
}
