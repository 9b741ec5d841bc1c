import type { Actor } from "@/core/actor";
import { pool } from "../db";
import { rememberedKeys } from "./remembered-keys";
import { hashToken, looksLikeToken } from "./token";

/** Once a minute is enough to see whether a key is in use, and keeps reads free of writes. */
const RECORD_USE_EVERY_MS = 60_000;

/**
 * The creator behind an API key; null when the key is unknown, revoked or expired. From memory where the key was used
 * lately; a key that is revoked elsewhere fails within a second. An import key comes without scopes.
 */
export async function actorOfApiKey(token: string): Promise<Actor | null> {
  if (!looksLikeToken(token)) return null;
  const nowMs = Date.now();
  const key = await rememberedKeys().find(hashToken(token), nowMs);
  if (!key) return null;
  if (nowMs - key.usedAtMs > RECORD_USE_EVERY_MS) {
    key.usedAtMs = nowMs;
    await recordUse(key.actor.apiKeyId);
  }
  return key.actor;
}

async function recordUse(keyId: string): Promise<void> {
  await pool().query({
    name: "record-api-key-use",
    text: `UPDATE api_key SET last_used_at = now()
           WHERE id = $1 AND coalesce(last_used_at <= now() - interval '1 minute', true)`,
    values: [keyId],
  });
}
