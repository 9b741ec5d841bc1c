import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@/core/errors";
import { requestId } from "@/server/http/request-id";
import { log } from "@/server/log";
import { isApiPath } from "./next-errors";
import { pathOf, sendError } from "./reply";

const RETRY_SECONDS = 3;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${RETRY_SECONDS}"><title>Back in a moment · Lineup</title>
<style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;color-scheme:light dark}main{max-width:26rem;padding:2rem}h1{font-size:1.25rem}</style>
</head><body><main><h1>Back in a moment</h1>
<p>The Studio is starting or being updated. Channels stay on air. This page tries again by itself.</p></main></body></html>
`;

/** Answers while Next cannot: an envelope for programs, a page that reloads itself for people. */
export async function sendNextAway(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  thrown: unknown,
): Promise<void> {
  log.warn({ err: thrown, path: pathOf(incoming) }, "Next does not answer");
  const wantsPage = /\btext\/html\b/.test(incoming.headers.accept ?? "") && !isApiPath(pathOf(incoming));
  if (!wantsPage) {
    const away = new AppError("server.unavailable", "Lineup is starting or being updated. Try again in a moment.");
    return sendError(incoming, outgoing, away);
  }
  outgoing.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Retry-After": String(RETRY_SECONDS),
    "X-Request-Id": requestId(),
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : PAGE);
}
