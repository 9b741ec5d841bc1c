import { randomBytes } from "node:crypto";
import type { Env } from "@/server/env";

type Settings = Pick<Env, "NODE_ENV" | "S3_REGION"> &
  Partial<Pick<Env, "MEDIA_BASE_URL" | "S3_BUCKET" | "S3_ENDPOINT">>;

/** What a reply may do in a browser. */
export interface PagePolicy {
  /** An answer of the API: nothing in it is ever run, shown or framed. */
  api?: boolean;
  /** Who may show it in a frame. */
  framing: "anyone" | "ourselves" | "nobody";
  /** From where its player may fetch. */
  media: "own" | "anywhere";
}

/** A nonce of its own for every page: only scripts that carry it run. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Builds the content security policy for a nonce. Scripts run by the nonce, and what they load themselves (the parts of
 * Next, a player's worker) by their leave; that a file lies on our own host is no leave. Nothing else comes from another host but media and uploads, from where
 * the settings put them, and streams on the pages of {@link pagePolicy}. hls.js plays from blobs and works in a worker made of one.
 */
export function contentSecurityPolicy(settings: Settings): (nonce: string, page: PagePolicy) => string {
  const elsewhere = otherOrigins(settings);
  const own = ["'self'", "blob:", ...elsewhere].join(" ");
  // The development server evaluates source maps of changed modules.
  const evaluate = settings.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return (nonce, { framing, media, api }) => {
    if (api) return API_POLICY;
    const streams = media === "anywhere" ? `${own} https: http:` : own;
    return [
      "default-src 'self'",
      // 'self' is for TVs that are too old to know 'strict-dynamic'; who knows that ignores it.
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
      "script-src-attr 'none'",
      "style-src 'self' 'unsafe-inline'",
      `img-src ${own} data:`,
      "font-src 'self'",
      `connect-src ${streams}`,
      // hls.js shows captions by an empty track of its own.
      `media-src ${streams} data:`,
      "worker-src 'self' blob:",
      "frame-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${ANCESTORS[framing]}`,
    ].join("; ");
  };
}

const ANCESTORS = { anyone: "*", ourselves: "'self'", nobody: "'none'" } as const;

/** Where media and uploads may lie: the address of the CDN, and the S3 service by path or by host of the bucket. */
function otherOrigins(settings: Settings): string[] {
  const origins = new Set<string>();
  if (settings.MEDIA_BASE_URL) origins.add(new URL(settings.MEDIA_BASE_URL).origin);
  if (settings.S3_BUCKET) {
    const endpoint = new URL(settings.S3_ENDPOINT ?? `https://s3.${settings.S3_REGION}.amazonaws.com`);
    origins.add(endpoint.origin);
    if (!/^[\d.]+$|:/.test(endpoint.hostname))
      origins.add(`${endpoint.protocol}//${settings.S3_BUCKET}.${endpoint.host}`);
  }
  return [...origins];
}

/** What a player needs is ours and, in a frame, for the page around it to allow; the rest nobody here ever asks for. */
const PERMISSIONS = [
  ...["autoplay", "fullscreen", "picture-in-picture", "screen-wake-lock", "clipboard-write"].map(
    (name) => `${name}=(self)`,
  ),
  ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone"],
  ...["midi", "payment", "serial", "usb"],
]
  .map((feature) => (feature.includes("=") ? feature : `${feature}=()`))
  .join(", ");

/** Headers of everything that Next answers, next to the policy. */
export function securityHeaders({ framing }: PagePolicy, proto: "http" | "https"): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    // The embedded player may stand in a page that demands this of what it frames.
    "Cross-Origin-Resource-Policy": framing === "anyone" ? "cross-origin" : "same-origin",
    ...(framing !== "anyone" && { "X-Frame-Options": framing === "nobody" ? "DENY" : "SAMEORIGIN" }),
    ...(proto === "https" && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

/**
 * Pages that play channels: a channel may air linked programmes of any server, and new ones while it is watched. All
 * of the Studio is one document, whose policy stays that of the page where it was opened.
 */
const CHANNEL_PAGES = ["/", "/watch", "/embed", "/tv", "/library", "/schedule", "/channels", "/analytics", "/account"];
const API_PATHS = ["/v1", "/api", "/mcp"];
/** Player of a linked item; the page itself narrows its policy to the servers that the item names. */
const PREVIEW_PAGES = ["/preview"];

/**
 * What is particular to the page at a path. Only the embedded player may stand in a page of another site, and only
 * pages that play what lies on others' servers may fetch from there; scripts come from nowhere else in any case.
 */
export function pagePolicy(path: string): PagePolicy {
  const within = (roots: readonly string[]) =>
    roots.some((root) => path === root || (root !== "/" && path.startsWith(`${root}/`)));
  return {
    framing: within(["/embed"]) ? "anyone" : within(PREVIEW_PAGES) ? "ourselves" : "nobody",
    media: within([...CHANNEL_PAGES, ...PREVIEW_PAGES]) ? "anywhere" : "own",
    api: within(API_PATHS),
  };
}
