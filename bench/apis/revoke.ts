import type { Actor } from "@/core/actor";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { closeDb } from "@/server/db";

/**
 * Run as a process with the settings of the servers at the given origins: makes keys, has every server remember each,
 * revokes it here, and prints after how many milliseconds the last server refused it, for each key.
 */
const [userId = "", ...origins] = process.argv.slice(2);
const ROUNDS = 10;
const DEADLINE_MS = 5_000;
const owner: Actor = { userId, method: "session", scopes: null };

async function ask(origin: string, token: string): Promise<number> {
  const reply = await fetch(`${origin}/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
  await reply.arrayBuffer();
  return reply.status;
}

const lags: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const { key } = await createApiKey(owner, { name: "Revoked", kind: "creator", scopes: ["channel:read"] });
  for (let time = 0; time < 3; time++) await Promise.all(origins.map((origin) => ask(origin, key.token)));
  await revokeApiKey(owner, key.id);
  const revokedAt = performance.now();
  await Promise.all(
    origins.map(async (origin) => {
      while ((await ask(origin, key.token)) !== 401) {
        if (performance.now() - revokedAt > DEADLINE_MS) throw new Error(`${origin} still takes a revoked key`);
      }
    }),
  );
  lags.push(performance.now() - revokedAt);
}
process.stdout.write(JSON.stringify(lags));
await closeDb();
