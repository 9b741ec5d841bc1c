import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { notFound } from "@/core/errors";
import { mediaTypeOf } from "@/server/storage/media-type";
import type { Storage, StoredObject } from "@/server/storage/storage";
import { byteRange } from "./byte-range";
import { namesTag } from "./playlists";
import { PUBLIC_HEADERS } from "./reply";
import { requestId } from "./request-id";

/**
 * Sends a stored object, whole or in part, at the pace of its reader, with the conditions of RFC 9110 §13:
 * If-None-Match, If-Modified-Since, Range and If-Range.
 * @throws resource.not_found, server.unavailable
 */
export async function sendObject(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  storage: Storage,
  key: string,
  cacheControl: string,
): Promise<void> {
  const object = await storage.head(key);
  if (!object) throw notFound("The file");
  const headers: Record<string, string | number> = {
    ...PUBLIC_HEADERS,
    "Accept-Ranges": "bytes",
    "Cache-Control": cacheControl,
    ETag: object.etag,
    "Last-Modified": object.modifiedAt.toUTCString(),
    "X-Request-Id": requestId(),
  };
  if (isUnchanged(incoming, object)) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  headers["Content-Type"] = contentTypeOf(object);
  const asksPart = incoming.method === "GET" && rangeHolds(incoming, object);
  const range = asksPart ? byteRange(incoming.headers.range, object.sizeBytes) : null;
  if (range === "unsatisfiable") {
    outgoing.writeHead(416, { ...headers, "Content-Range": `bytes */${object.sizeBytes}`, "Content-Length": 0 }).end();
    return;
  }
  headers["Content-Length"] = range ? range.end - range.start + 1 : object.sizeBytes;
  if (range) headers["Content-Range"] = `bytes ${range.start}-${range.end}/${object.sizeBytes}`;
  if (incoming.method === "HEAD" || object.sizeBytes === 0) {
    outgoing.writeHead(200, headers).end();
    return;
  }
  const bytes = await storage.read(key, range ?? undefined); // before the head: it may be gone by now
  outgoing.writeHead(range ? 206 : 200, headers);
  await pipeline(bytes, outgoing);
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
