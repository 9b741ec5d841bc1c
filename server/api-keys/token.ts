import { createHash, randomBytes, randomInt } from "node:crypto";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_CHARACTERS = 40;

/** How many characters of a token may be shown: enough to recognise it, far too few to guess the rest. */
export const PREFIX_LENGTH = 16;

/** A new token: `vk_live_` and 40 base62 characters for creators, `vid_` and 32 hex digits for the import API. */
export function newToken(kind: "creator" | "import"): string {
  if (kind === "import") return `vid_${randomBytes(16).toString("hex")}`;
  const characters = Array.from({ length: RANDOM_CHARACTERS }, () => BASE62[randomInt(BASE62.length)]);
  return `vk_live_${characters.join("")}`;
}

/** SHA-256 of a token, hex. Tokens are random, so a slow password hash would add nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a string could be a token of ours; anything else needs no look-up. */
export function looksLikeToken(token: string): boolean {
  return /^(vk_live_[0-9A-Za-z]{40}|vid_[0-9a-f]{32})$/.test(token);
}
