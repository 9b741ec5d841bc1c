import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { AppError } from "@/core/errors";
import { NONCE_MARK, TV_APP_FOLDER, TV_SHELL } from "@/core/tv/app-files";
import type { Env } from "@/server/env";
import { forwardedOf, trustedProxies } from "./forwarded";
import { acceptsGzip, answersOtherMethod, type Handler, pathOf, sendError, sendNotFound } from "./reply";
import { contentSecurityPolicy, newNonce, pagePolicy, securityHeaders } from "./security-headers";

const PAGE = "/tv";
const FILES = "/tv/";
const FOR_EVER = "public, max-age=31536000, immutable";
const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

interface AppFile {
  type: string;
  plain: Buffer;
  /** Null where it would not be smaller. */
  gzip: Buffer | null;
}

interface TvApp {
  shell: string;
  files: ReadonlyMap<string, AppFile>;
}

export function isTvPath(path: string): boolean {
  return path === PAGE || path.startsWith(FILES);
}

/**
 * Answers `/tv`, the page of the app for televisions, and `/tv/…`, its files, whose names change with what is in them.
 * All of it is read once, at the start, and answered from memory.
 */
export function tvAppHandler(settings: Env, folder = path.resolve(TV_APP_FOLDER)): Handler {
  const policyOf = contentSecurityPolicy(settings);
  const trusted = trustedProxies(settings.TRUST_PROXY);
  let known = readApp(folder);
  return (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const asked = pathOf(incoming);
    known ??= readApp(folder);
    if (!known) {
      const away = new AppError("server.unavailable", "The TV app is not built. Start Lineup with `npm start`.");
      return sendError(incoming, outgoing, away);
    }
    if (asked === PAGE) {
      const nonce = newNonce();
      const { proto } = forwardedOf(incoming, trusted);
      const body = Buffer.from(known.shell.replaceAll(NONCE_MARK, nonce));
      send(outgoing, body, {
        ...securityHeaders(pagePolicy(PAGE), proto),
        "Content-Security-Policy": policyOf(nonce, pagePolicy(PAGE)),
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
      });
      return;
    }
    const file = known.files.get(asked.slice(FILES.length));
    if (!file) return sendNotFound(incoming, outgoing, "The file");
    const zipped = acceptsGzip(incoming) ? file.gzip : null;
    send(outgoing, zipped ?? file.plain, {
      "Content-Type": file.type,
      "Cache-Control": FOR_EVER,
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      ...(file.gzip && { Vary: "Accept-Encoding" }),
      ...(zipped && { "Content-Encoding": "gzip" }),
    });
  };
}

function send(outgoing: ServerResponse, body: Buffer, headers: Record<string, string>): void {
  outgoing.writeHead(200, { ...headers, "Content-Length": body.length });
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : body);
}

/** Null while it is not built. */
function readApp(folder: string): TvApp | null {
  try {
    const shell = readFileSync(path.join(folder, TV_SHELL), "utf8");
    const names = readdirSync(folder).filter((name) => path.extname(name) in TYPES);
    return { shell, files: new Map(names.map((name) => [name, appFile(path.join(folder, name))])) };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw thrown;
  }
}

function appFile(file: string): AppFile {
  const plain = readFileSync(file);
  const gzip = gzipSync(plain, { level: 9 });
  return { type: TYPES[path.extname(file)] ?? "", plain, gzip: gzip.length < plain.length * 0.95 ? gzip : null };
}
