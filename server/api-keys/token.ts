import { createHash, randomBytes, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** How many characters of a token may be shown: enough to recognise it, far too few to guess the rest. */
export const PREFIX_LENGTH = 16;

/**
 * A new token: `vk_live_` and 40 base62 characters for creators, `vid_` and 32 hex digits for the import API. The last
 * 6 (base62) or 8 (hex) of them are the CRC-32 of what stands before, so that a scanner tells a leaked token from a
 * string that merely looks like one, without asking us.
 */
export function newToken(kind: "creator" | "import"): string {
  if (kind === "import") return withChecksum(`vid_${randomBytes(12).toString("hex")}`);
  const characters = Array.from({ length: 34 }, () => BASE62[randomInt(BASE62.length)]);
  return withChecksum(`vk_live_${characters.join("")}`);
}

function withChecksum(start: string): string {
  const sum = crc32(start);
  return start + (start.startsWith("vid_") ? sum.toString(16).padStart(8, "0") : base62(sum).padStart(6, "0"));
}

function base62(value: number): string {
  const rest = Math.floor(value / 62);
  return (rest > 0 ? base62(rest) : "") + BASE62[value % 62];
}

/**
 * Whether a string is a token that we made, by its checksum. Tokens made before there were checksums are not
 * recognised, but they work: only the stored hash decides about that.
 */
export function isOurToken(token: string): boolean {
  return looksLikeToken(token) && withChecksum(token.slice(0, token.startsWith("vid_") ? -8 : -6)) === token;
}

/** SHA-256 of a token, hex. Tokens are random, so a slow password hash would add nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a string could be a token of ours; anything else needs no look-up. */
export function looksLikeToken(token: string): boolean {
  return /^(vk_live_[0-9A-Za-z]{40}|vid_[0-9a-f]{32})$/.test(token);
}
