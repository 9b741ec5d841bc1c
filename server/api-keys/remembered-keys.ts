import type { Scope } from "@/core/api-keys/scopes";
import { closeWithDb, pool } from "../db";
import { env } from "../env";
import { TopicFeed } from "../news/topic-feed";
import { KeyMemory, type KnownKey } from "./key-memory";

/** Triggers of the migration `api_key_news` tell here, by id, which keys may do less from now on. */
const TOPIC = "lineup_api_key";

/** One memory for the process, however often its modules are evaluated. */
const kept = globalThis as { lineupKeys?: KeyMemory };

/** The keys that this process remembers. Listening begins with the first use and ends with the database. */
export function rememberedKeys(): KeyMemory {
  kept.lineupKeys ??= open();
  return kept.lineupKeys;
}

/** Forgets a key that this process has just changed; the others hear of it. */
export function forgetKey(apiKeyId: string): void {
  kept.lineupKeys?.changed(apiKeyId);
}

function open(): KeyMemory {
  const memory: KeyMemory = new KeyMemory(readKey, () => feed);
  const feed = new TopicFeed(env().DATABASE_URL, TOPIC, memory);
  feed.start();
  closeWithDb(async () => {
    kept.lineupKeys = undefined;
    await feed.stop();
  });
  return memory;
}

interface KeyRow {
  id: string;
  owner_id: string;
  scopes: Scope[];
  expires_at: Date | null;
  last_used_at: Date | null;
}

async function readKey(tokenHash: string): Promise<KnownKey | null> {
  const { rows } = await pool().query<KeyRow>({
    name: "key-of-token",
    text: `SELECT id, owner_id, scopes, expires_at, last_used_at FROM api_key
           WHERE token_hash = $1 AND revoked_at IS NULL`,
    values: [tokenHash],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    actor: { userId: row.owner_id, method: "api_key", scopes: row.scopes, apiKeyId: row.id },
    expiresAtMs: row.expires_at?.getTime() ?? Number.POSITIVE_INFINITY,
    usedAtMs: row.last_used_at?.getTime() ?? 0,
  };
}
