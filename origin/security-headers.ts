import { randomBytes } from "node:crypto";
import type { Env } from "@/server/env";

type Settings = Pick<Env, "NODE_ENV" | "S3_REGION"> &
  Partial<Pick<Env, "MEDIA_BASE_URL" | "S3_BUCKET" | "S3_ENDPOINT">>;

/** A nonce of its own for every page: only scripts that carry it run. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * Builds the content security policy for a nonce. Nothing comes from another host but media and uploads, from where
 * the settings put them. hls.js plays from blobs and works in a worker made of one.
 */
export function contentSecurityPolicy(settings: Settings): (nonce: string, framing: "anyone" | "nobody") => string {
  const elsewhere = otherOrigins(settings);
  const media = ["'self'", "blob:", ...elsewhere].join(" ");
  // The development server evaluates source maps of changed modules.
  const evaluate = settings.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return (nonce, framing) =>
    [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'${evaluate}`,
      "style-src 'self' 'unsafe-inline'",
      `img-src ${media} data:`,
      "font-src 'self'",
      `connect-src ${media}`,
      `media-src ${media}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      `frame-ancestors ${framing === "anyone" ? "*" : "'none'"}`,
    ].join("; ");
}

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

/** Headers of everything that Next answers, next to the policy. */
export function securityHeaders(framing: "anyone" | "nobody", proto: "http" | "https"): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    ...(framing === "nobody" && { "X-Frame-Options": "DENY" }),
    ...(proto === "https" && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

/** Only the embedded player may stand in a page of another site. */
export function framingOf(path: string): "anyone" | "nobody" {
  return path === "/embed" || path.startsWith("/embed/") ? "anyone" : "nobody";
}
