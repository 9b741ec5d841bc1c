import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { Server } from "@tus/server";
import { MAX_TUS_BYTES } from "@/core/uploads/contract";
import { detachedBody } from "../http/node-bridge";
import { RedisLocker } from "./redis-locker";
import { tusError } from "./tus-errors";
import { TUS_PATH } from "./tus-path";
import { tusStore } from "./tus-store";

const kept = globalThis as { lineupTusServer?: Server };

/** Storage key of the upload that a request is about, found before the library sees the request. */
const keys = new WeakMap<object, string>();
/** What was thrown while a request was handled; the library would reduce it to text. */
const failures = new WeakMap<object, unknown>();

function tusServer(): Server {
  kept.lineupTusServer ??= new Server({
    path: TUS_PATH,
    datastore: tusStore(),
    locker: new RedisLocker(),
    maxSize: MAX_TUS_BYTES,
    getFileIdFromRequest: (request) => keys.get(request),
    onResponseError: (request, error) => {
      failures.set(request, error);
      return undefined;
    },
  });
  return kept.lineupTusServer;
}

/**
 * Lets the tus library answer a request about the upload stored under `key`. The body goes to the store as it
 * arrives; when the connection breaks, what has arrived is kept.
 * @throws the errors of this API in place of the library's replies of 400 and above
 */
export async function speakTus(incoming: IncomingMessage, outgoing: ServerResponse, head: Request, key: string) {
  const body = incoming.method === "PATCH" ? (Readable.toWeb(detachedBody(incoming)) as ReadableStream) : undefined;
  const init: RequestInit & { duplex?: "half" } = { method: head.method, headers: head.headers, body };
  if (body) init.duplex = "half";
  const request = new Request(head.url, init);
  // The library listens on the connection itself to tell an upload that broke off from one that ended.
  Object.assign(request, { runtime: { node: { req: incoming, res: outgoing } } });
  keys.set(request, key);
  const reply = await tusServer().handleWeb(request);
  if (reply.status >= 400) throw tusError(reply.status, await reply.text(), failures.get(request));
  return reply;
}
