import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { notFound } from "@/core/errors";
import { requestId } from "@/server/http/request-id";
import { mediaTypeOf } from "@/server/storage/media-type";
import type { OpenObject, Storage, StoredObject } from "@/server/storage/storage";
import { namesTag } from "./playlists";
import { PUBLIC_HEADERS } from "./reply";

/**
 * Sends a stored object, whole or in part, at the pace of its reader, with the conditions of RFC 9110 §13:
 * If-None-Match, If-Modified-Since, Range and If-Range. The storage is asked once, but for a conditional GET of what
 * has changed.
 * @throws resource.not_found, server.unavailable
 */
export async function sendObject(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  storage: Storage,
  key: string,
  cacheControl: string,
): Promise<void> {
  const known = incoming.method === "HEAD" || isConditional(incoming) ? await storage.head(key) : undefined;
  if (known === null) throw notFound("The file");
  if (known && isUnchanged(incoming, known)) {
    outgoing.writeHead(304, headersOf(known, cacheControl)).end();
    return;
  }
  if (known && incoming.method === "HEAD") {
    outgoing.writeHead(200, { ...headersOf(known, cacheControl), ...entityOf(known, known.sizeBytes) }).end();
    return;
  }
  const asked = !known || rangeHolds(incoming, known) ? incoming.headers.range : undefined;
  const object = await storage.open(key, asked);
  if (!object) throw notFound("The file");
  await sendOpen(outgoing, object, headersOf(object, cacheControl));
}

async function sendOpen(outgoing: ServerResponse, object: OpenObject, headers: Headers): Promise<void> {
  const { range, sizeBytes } = object;
  if (range === "unsatisfiable") {
    await object.close();
    const none = { "Content-Range": `bytes */${sizeBytes}`, "Content-Length": 0 };
    outgoing.writeHead(416, { ...headers, "Content-Type": contentTypeOf(object), ...none }).end();
    return;
  }
  const length = range ? range.end - range.start + 1 : sizeBytes;
  const part = range ? { "Content-Range": `bytes ${range.start}-${range.end}/${sizeBytes}` } : {};
  outgoing.writeHead(range ? 206 : 200, { ...headers, ...entityOf(object, length), ...part });
  if (length === 0) {
    await object.close();
    outgoing.end();
    return;
  }
  await pipeline(object.body(), outgoing);
}

type Headers = Record<string, string | number>;

function headersOf(object: StoredObject, cacheControl: string): Headers {
  return {
    ...PUBLIC_HEADERS,
    "Accept-Ranges": "bytes",
    "Cache-Control": cacheControl,
    ETag: object.etag,
    "Last-Modified": object.modifiedAt.toUTCString(),
    "X-Request-Id": requestId(),
  };
}

function entityOf(object: StoredObject, length: number): Headers {
  return { "Content-Type": contentTypeOf(object), "Content-Length": length };
}

function isConditional({ headers }: IncomingMessage): boolean {
  return Boolean(headers["if-none-match"] ?? headers["if-modified-since"] ?? headers["if-range"]);
}

function isUnchanged(incoming: IncomingMessage, object: StoredObject): boolean {
  const tags = incoming.headers["if-none-match"];
  if (tags !== undefined) return namesTag(tags, object.etag);
  const since = Date.parse(incoming.headers["if-modified-since"] ?? "");
  return !Number.isNaN(since) && wholeSeconds(object.modifiedAt) <= since;
}

/** Whether the object is still the one of which the caller holds a part. */
function rangeHolds(incoming: IncomingMessage, object: StoredObject): boolean {
  const condition = incoming.headers["if-range"];
  if (typeof condition !== "string") return true;
  if (condition.startsWith('"')) return condition === object.etag;
  return Date.parse(condition) === wholeSeconds(object.modifiedAt);
}

/** HTTP dates have no milliseconds. */
function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000;
}

function contentTypeOf(object: StoredObject): string {
  const type = mediaTypeOf(object.key);
  return type.startsWith("text/") || type === "application/json" ? `${type}; charset=utf-8` : type;
}
