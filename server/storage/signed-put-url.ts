import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { AppError } from "@/core/errors";
import { env } from "../env";
import { publicUrl } from "../public-url";
import { isObjectKey } from "./object-key";
import type { SignedPut } from "./storage";

/** Paths that begin so are answered by `disk-put.ts`. */
export const SIGNED_PUT_PATH = "/storage/";

/** What a signed address allows: one key, one media type, one length, until an instant. */
export interface PutPermit {
  key: string;
  contentType: string;
  sizeBytes: number;
  /** Unix time. */
  expiresAtSeconds: number;
}

/** Address to which exactly these bytes may be PUT. The permit stands in the query, readable, and is signed. */
export function signedPutUrl(key: string, options: SignedPut, nowMs: number): string {
  const permit: PutPermit = {
    key,
    contentType: options.contentType,
    sizeBytes: options.sizeBytes,
    expiresAtSeconds: Math.floor(nowMs / 1000) + options.expiresInSeconds,
  };
  const path = key.split("/").map(encodeURIComponent).join("/");
  const url = new URL(publicUrl(`${SIGNED_PUT_PATH}${path}`));
  url.searchParams.set("type", permit.contentType);
  url.searchParams.set("length", String(permit.sizeBytes));
  url.searchParams.set("expires", String(permit.expiresAtSeconds));
  url.searchParams.set("signature", signatureOf(permit).toString("base64url"));
  return url.href;
}

/**
 * Reads the permit out of a signed address (path and query).
 * @throws upload.signature_invalid when anything in it was changed; upload.expired
 */
export function readPermit(requestTarget: string, nowMs: number): PutPermit {
  const url = new URL(requestTarget, "http://localhost");
  const permit: PutPermit = {
    key: decodePath(url.pathname.slice(SIGNED_PUT_PATH.length)),
    contentType: url.searchParams.get("type") ?? "",
    sizeBytes: Number(url.searchParams.get("length") ?? Number.NaN),
    expiresAtSeconds: Number(url.searchParams.get("expires") ?? Number.NaN),
  };
  const given = Buffer.from(url.searchParams.get("signature") ?? "", "base64url");
  const right = signatureOf(permit);
  if (given.length !== right.length || !timingSafeEqual(given, right) || !isObjectKey(permit.key)) {
    throw new AppError("upload.signature_invalid", "The upload address is not one that this server has signed.");
  }
  if (permit.expiresAtSeconds * 1000 <= nowMs) {
    throw new AppError("upload.expired", "The upload address has expired. Start the upload again.");
  }
  return permit;
}

function decodePath(path: string): string {
  try {
    return path.split("/").map(decodeURIComponent).join("/");
  } catch {
    return "";
  }
}

function signatureOf(permit: PutPermit): Buffer {
  // JSON keeps the fields apart, whatever they hold.
  const text = JSON.stringify(["PUT", permit.key, permit.contentType, permit.sizeBytes, permit.expiresAtSeconds]);
  return createHmac("sha256", signingKey()).update(text).digest();
}

/** A key of its own for this purpose, so that nothing else signed with the secret can pass as an upload address. */
function signingKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "lineup signed upload", 32));
}
