import { createHash } from "node:crypto";
import { CaptionError, type Cue, parseCaptions } from "@/core/content/captions";
import { captionSegment, EMPTY_CAPTION_SEGMENT } from "@/core/playout/caption-segment";
import { NO_CAPTIONS_PATH } from "@/core/playout/segment-lines";
import type { TrackTable } from "@/core/playout/segment-table";
import { vodCaptionPlaylist } from "@/core/playout/vod-playlist";
import { pool } from "@/server/db";
import { requestId } from "@/server/http/request-id";
import { segmentTables } from "@/server/playout/segment-tables";
import { storage } from "@/server/storage/create-storage";
import { captionKey } from "@/server/storage/keys";
import { KeptCues } from "./captions-kept";
import { namesTag } from "./playlists";
import { answersOtherMethod, type Handler, PUBLIC_HEADERS, pathOf, sendError, sendNotFound } from "./reply";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const SEGMENT = new RegExp(`^/v1/captions/(${UUID})/(${UUID})/(${UUID})/(\\d{5}\\.vtt|playlist\\.m3u8)$`);
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_MINUTES = "public, max-age=300";
/** A database that does not answer within this time counts as away. */
const QUERY_TIMEOUT_MS = 3_000;

/** Where segments of captions come from: the database and the storage, in the product. */
export interface CaptionSource {
  /** Times of an encoding's segments; null when there is none. */
  video(encodingId: string): Promise<TrackTable | null>;
  /** A caption file; null when it is gone. */
  file(contentItemId: string, captionId: string): Promise<string | null>;
}

const databaseAndStorage: CaptionSource = {
  async video(encodingId) {
    const query = async <Row extends object>(text: string, values: unknown[]) =>
      (
        await pool().query<Row>({ text, values, query_timeout: QUERY_TIMEOUT_MS } as {
          text: string;
          values: unknown[];
        })
      ).rows;
    return (await segmentTables(query, [encodingId])).get(encodingId)?.video ?? null;
  },
  async file(contentItemId, captionId) {
    const key = captionKey(contentItemId, captionId);
    if (!(await storage().head(key))) return null;
    const chunks: Buffer[] = [];
    for await (const chunk of await storage().read(key)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  },
};

export function isCaptionPath(path: string): boolean {
  return path.startsWith("/v1/captions/");
}

/**
 * Answers `/v1/captions/:contentItemId/:encodingId/:captionId/:index.vtt`, a segment of the captions of an item,
 * `playlist.m3u8` beside it, and `none.vtt` for items without. A track that is gone all the same is answered empty: a player
 * that finds no captions goes on, one that gets an error may not.
 */
export function captionHandler(source: CaptionSource = databaseAndStorage): Handler {
  const kept = new KeptCues((contentItemId, captionId) => cuesOf(source, contentItemId, captionId));
  return async (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const send = (text: string, cacheControl: string, type = "text/vtt; charset=utf-8") => {
      const etag = `"${createHash("sha1").update(text).digest("base64url")}"`;
      const headers = { ...PUBLIC_HEADERS, "Cache-Control": cacheControl, ETag: etag, "X-Request-Id": requestId() };
      if (namesTag(incoming.headers["if-none-match"] ?? "", etag)) return void outgoing.writeHead(304, headers).end();
      outgoing.writeHead(200, {
        ...headers,
        "Content-Type": type,
        "Content-Length": Buffer.byteLength(text),
      });
      outgoing.end(incoming.method === "HEAD" ? undefined : text);
    };
    const path = pathOf(incoming);
    if (path === NO_CAPTIONS_PATH) return send(EMPTY_CAPTION_SEGMENT, FOR_EVER);
    const [, contentItemId, encodingId, captionId, file = ""] = SEGMENT.exec(path) ?? [];
    if (!contentItemId || !encodingId || !captionId) return sendNotFound(incoming, outgoing, "The captions");
    try {
      if (file === "playlist.m3u8") {
        const video = await source.video(encodingId);
        if (!video) return sendNotFound(incoming, outgoing, "The captions");
        return send(vodCaptionPlaylist(video), FOR_EVER, "application/vnd.apple.mpegurl");
      }
      const [video, cues] = await Promise.all([source.video(encodingId), kept.get(contentItemId, captionId)]);
      const text = video && captionSegment(cues ?? [], video, Number.parseInt(file, 10));
      if (text === null) return sendNotFound(incoming, outgoing, "The captions");
      return send(text, cues ? FOR_EVER : FOR_MINUTES);
    } catch (thrown) {
      return sendError(incoming, outgoing, thrown, PUBLIC_HEADERS);
    }
  };
}

async function cuesOf(source: CaptionSource, contentItemId: string, captionId: string): Promise<Cue[] | null> {
  const text = await source.file(contentItemId, captionId);
  if (text === null) return null;
  try {
    return parseCaptions(text);
  } catch (thrown) {
    if (thrown instanceof CaptionError) return null;
    throw thrown;
  }
}
