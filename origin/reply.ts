import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { AppError, notFound } from "@/core/errors";
import { sendReply } from "@/server/http/node-bridge";
import { errorReply } from "@/server/http/reply";
import { requestId } from "@/server/http/request-id";
import { callContext } from "@/server/log";

export type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> | void;

/** Any page of any site may read what audiences get. */
export const PUBLIC_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Content-Length, Content-Range, ETag, X-Request-Id",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Path of a request, without its query. */
export function pathOf(incoming: IncomingMessage): string {
  const target = incoming.url ?? "/";
  const query = target.indexOf("?");
  return query < 0 ? target : target.slice(0, query);
}

export function acceptsGzip(incoming: IncomingMessage): boolean {
  const accepted = incoming.headers["accept-encoding"];
  return (
    typeof accepted === "string" && /(^|[\s,])(gzip|\*)\s*(;\s*q=(1(\.0*)?|0\.\d*[1-9]\d*))?\s*(,|$)/i.test(accepted)
  );
}

/** Lets GET and HEAD through; answers a preflight; refuses the rest. True when the request is answered. */
export function answersOtherMethod(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (incoming.method === "GET" || incoming.method === "HEAD") return false;
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, {
      ...PUBLIC_HEADERS,
      Allow: "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match, If-Modified-Since",
      "Access-Control-Max-Age": "86400",
      "X-Request-Id": requestId(),
    });
    outgoing.end();
    return true;
  }
  const refusal = new AppError("request.method_not_allowed", "This address takes GET and HEAD only.");
  void sendError(incoming, outgoing, refusal, { ...PUBLIC_HEADERS, Allow: "GET, HEAD, OPTIONS" });
  return true;
}

export function sendNotFound(incoming: IncomingMessage, outgoing: ServerResponse, what: string): Promise<void> {
  return sendError(incoming, outgoing, notFound(what), PUBLIC_HEADERS);
}

/** Answers with the error envelope, under the status of its code or the given one. A reply that has begun is cut, so that nobody takes it for complete. */
export async function sendError(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  thrown: unknown,
  headers: Record<string, string> = {},
  status?: number,
): Promise<void> {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const id = requestId();
  const own = callContext.run({ requestId: id }, () =>
    errorReply(thrown, id, { "X-Content-Type-Options": "nosniff", ...headers, "X-Request-Id": id }),
  );
  const reply = status === undefined ? own : new Response(own.body, { status, headers: own.headers });
  if (incoming.method === "HEAD") {
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers)).end();
    return;
  }
  await sendReply(incoming, outgoing, reply);
}

export function sendJson(outgoing: ServerResponse, status: number, body: unknown, headers: OutgoingHttpHeaders = {}) {
  outgoing.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId(),
    ...headers,
  });
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : JSON.stringify(body));
}
