import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { pool } from "../db";
import { hashToken, looksLikeToken } from "./token";

interface KeyRow {
  id: string;
  owner_id: string;
  scopes: Scope[];
  used_lately: boolean;
}

/**
 * The creator behind an API key; null when the key is unknown, revoked or expired. One indexed read that is never
 * cached, so that a revoked key fails at once. An import key comes without scopes.
 */
export async function actorOfApiKey(token: string): Promise<Actor | null> {
  if (!looksLikeToken(token)) return null;
  const { rows } = await pool().query<KeyRow>({
    name: "actor-of-api-key",
    text: `SELECT id, owner_id, scopes, coalesce(last_used_at > now() - interval '1 minute', false) AS used_lately
           FROM api_key
           WHERE token_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    values: [hashToken(token)],
  });
  const key = rows[0];
  if (!key) return null;
  if (!key.used_lately) await recordUse(key.id);
  return { userId: key.owner_id, method: "api_key", scopes: key.scopes, apiKeyId: key.id };
}

/** Once a minute is enough to see whether a key is in use, and keeps reads free of writes. */
async function recordUse(keyId: string): Promise<void> {
  await pool().query({
    name: "record-api-key-use",
    text: `UPDATE api_key SET last_used_at = now()
           WHERE id = $1 AND coalesce(last_used_at <= now() - interval '1 minute', true)`,
    values: [keyId],
  });
}
