import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@/core/errors";
import { masterPlaylist } from "@/core/playout/master-playlist";
import type { Rendition } from "@/core/playout/media-playlist";
import { CatchUpMemory } from "./catch-up-memory";
import type { CatchUpSource } from "./catch-up-source";
import { decoded, sendPlaylist } from "./playlists";
import { RenderedPlaylist } from "./rendering";
import { answersOtherMethod, type Handler, PUBLIC_HEADERS, pathOf, sendError } from "./reply";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const NAMES = "(master|1080p|720p|480p|360p|audio|captions)";
const CHANNEL = new RegExp(`^/v1/channels/([^/]+)/${NAMES}\\.m3u8$`);
const PROGRAMME = new RegExp(`^/v1/channels/([^/]+)/airings/(${UUID})/${NAMES}\\.m3u8$`);

/** Whether an address asks for a channel as it was some time ago. */
export function asksDelay(url: string): boolean {
  return url.includes("delay=");
}

export function isProgrammePath(path: string): boolean {
  return path.endsWith(".m3u8") && PROGRAMME.test(path);
}

/**
 * Two ways to watch what has aired, from the same segments, as long as the channel's catch-up reaches:
 * `…/master.m3u8?delay=<seconds>`, the channel as it was so long ago, and `…/airings/:blockId/master.m3u8`, one
 * programme from its start, also while it is on air.
 */
export function catchUpHandlers(source: CatchUpSource, now: () => number = Date.now) {
  const memory = new CatchUpMemory(source);
  const programmeMaster = new RenderedPlaylist(masterPlaylist());

  const delayed = async (incoming: IncomingMessage, nowMs: number): Promise<RenderedPlaylist> => {
    const [, channel = "", name = ""] = CHANNEL.exec(pathOf(incoming)) ?? [];
    const seconds = delayOf(incoming.url ?? "");
    if (name !== "master") return memory.delayed(decoded(channel), seconds, name as Rendition, nowMs);
    await memory.requireReach(decoded(channel), nowMs - seconds * 1000, nowMs);
    return new RenderedPlaylist(masterPlaylist(`?delay=${seconds}`));
  };

  const programme = async (incoming: IncomingMessage, nowMs: number): Promise<RenderedPlaylist> => {
    const [, channel = "", blockId = "", name = ""] = PROGRAMME.exec(pathOf(incoming)) ?? [];
    const rendition = name === "master" ? "1080p" : (name as Rendition);
    const playlist = await memory.programme(decoded(channel), blockId, rendition, nowMs);
    return name === "master" ? programmeMaster : playlist;
  };

  return { delayed: handlerOf(delayed, now), programme: handlerOf(programme, now) };
}

function handlerOf(
  playlist: (incoming: IncomingMessage, nowMs: number) => Promise<RenderedPlaylist>,
  now: () => number,
): Handler {
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    try {
      sendPlaylist(incoming, outgoing, await playlist(incoming, now()));
    } catch (thrown) {
      await sendError(incoming, outgoing, thrown, PUBLIC_HEADERS);
    }
  };
}

/** @throws request.malformed when the delay is no whole number of seconds */
function delayOf(url: string): number {
  const text = new URLSearchParams(url.slice(url.indexOf("?") + 1)).get("delay") ?? "";
  if (!/^\d{1,9}$/.test(text)) {
    throw new AppError("request.malformed", "`delay` must be a whole number of seconds, such as 3600.");
  }
  return Number(text);
}
