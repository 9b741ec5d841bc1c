import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { AppError } from "@/core/errors";

/** How long a client may go on sending a body that was refused before its connection is cut. */
const LINGER_MS = 2_000;

/**
 * The head of a `node:http` request as a web `Request`. The body stays where it is. Its `X-Forwarded-*` must be the
 * front server's own.
 */
export function requestHead(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const url = new URL(`http://${incoming.headers.host ?? "localhost"}`);
  const [path = "/", ...query] = (incoming.url ?? "/").split("?");
  url.pathname = path;
  url.search = query.join("?");
  return new Request(url, { method: incoming.method, headers });
}

/**
 * Sends a reply. If the client is still sending its body, that is thrown away for a moment, so that the client
 * gets to read the reply, and then the connection is cut: an upload of gigabytes that was refused is not read to its end.
 */
export async function sendReply(incoming: IncomingMessage, outgoing: ServerResponse, reply: Response): Promise<void> {
  if (outgoing.destroyed || incoming.socket.destroyed) return;
  outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
  outgoing.end(Buffer.from(await reply.arrayBuffer()));
  if (incoming.complete) return;
  incoming.unpipe();
  incoming.resume();
  incoming.on("error", () => {});
  setTimeout(() => {
    if (!incoming.complete) incoming.socket.destroy();
  }, LINGER_MS).unref();
}

/**
 * The body of a request as a stream that may be given up: whoever destroys it does not destroy the connection,
 * which must still carry the reply. It breaks when the connection does; the server ends a connection on which nothing
 * moves.
 */
export function detachedBody(incoming: IncomingMessage): PassThrough {
  const body = new PassThrough();
  const interrupted = () => body.destroy(new AppError("upload.not_received", "The connection ended too early."));
  incoming.once("error", interrupted);
  incoming.once("aborted", interrupted);
  return incoming.pipe(body);
}
