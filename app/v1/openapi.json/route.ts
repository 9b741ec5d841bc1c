import { createHash } from "node:crypto";
import { answer } from "@/server/http/answer";
import { ownOrigin } from "@/server/http/own-origin";
import { apiDocument } from "./document";

interface Rendered {
  text: string;
  etag: string;
}

/** By origin: a server is known by a name or two. */
const rendered = new Map<string, Rendered>();
const MOST_ORIGINS = 16;

/** The API described as OpenAPI 3.1. Anybody may read it, also from a page of another site. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (headers) => {
    const { text, etag } = renderedFor(ownOrigin(request));
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Cache-Control", "public, no-cache");
    headers.set("ETag", etag);
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    headers.set("Content-Type", "application/json; charset=utf-8");
    return new Response(text, { headers });
  });
}

function renderedFor(origin: string): Rendered {
  const known = rendered.get(origin);
  if (known) return known;
  const text = JSON.stringify(apiDocument(origin));
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  // The name comes from the request where none is configured: a stranger's inventions must not fill the memory.
  if (rendered.size >= MOST_ORIGINS) rendered.clear();
  rendered.set(origin, { text, etag });
  return { text, etag };
}
