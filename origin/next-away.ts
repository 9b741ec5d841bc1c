import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@/core/errors";
import { requestId } from "@/server/http/request-id";
import { log } from "@/server/log";
import { isImportPath, isV1Path } from "./api-path";
import { pathOf, sendError, sendJson } from "./reply";

const RETRY_SECONDS = 3;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${RETRY_SECONDS}"><title>Back in a moment · Lineup</title>
<style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;color-scheme:light dark}main{max-width:26rem;padding:2rem}h1{font-size:1.25rem}</style>
</head><body><main><h1>Back in a moment</h1>
<p>The Studio is starting or being updated. Channels stay on air. This page tries again by itself.</p></main></body></html>
`;

const AWAY = "Lineup is starting or being updated. Try again in a moment.";

/** Answers while Next cannot: in the error shape of its API to programs, a page that reloads itself to people. */
export async function sendNextAway(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  thrown: unknown,
): Promise<void> {
  log.warn({ err: thrown, path: pathOf(incoming) }, "Next does not answer");
  const path = pathOf(incoming);
  if (isImportPath(path)) return sendJson(outgoing, 503, { detail: AWAY }, { "Retry-After": String(RETRY_SECONDS) });
  const wantsPage = /\btext\/html\b/.test(incoming.headers.accept ?? "") && !isV1Path(path);
  if (!wantsPage) return sendError(incoming, outgoing, new AppError("server.unavailable", AWAY));
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
