import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { stillValid } from "../auth/still-valid";
import { closeDb, db, pool } from "../db";
import { actorOfApiKey } from "./authenticate-api-key";
import { rememberedKeys } from "./remembered-keys";

afterAll(closeDb);

const DEADLINE_MS = 20_000;

/** Repeats until it holds: the feed has a connection to open, and news take their way. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const endsAt = Date.now() + DEADLINE_MS; !(await holds()); await sleep(20)) {
    if (Date.now() > endsAt) throw new Error("it never came to be");
  }
}

/** A key that this process knows from memory. */
async function rememberedKey(owner: Actor): Promise<{ token: string; actor: Actor & { apiKeyId: string } }> {
  const token = await seedApiKey(owner, "content:read");
  let actor: Actor | null = null;
  await until(async () => {
    actor = await actorOfApiKey(token);
    return rememberedKeys().holds(actor?.apiKeyId ?? "", Date.now()) === true;
  });
  return { token, actor: actor! as Actor & { apiKeyId: string } };
}

describe("another process", () => {
  test.each([
    ["revokes a key", "UPDATE api_key SET revoked_at = now() WHERE id = $1"],
    ["lets a key expire", "UPDATE api_key SET expires_at = now() WHERE id = $1"],
    ["removes the account", 'DELETE FROM "user" WHERE id = (SELECT owner_id FROM api_key WHERE id = $1)'],
  ])("%s: it fails here, too", async (_, statement) => {
    const { token, actor } = await rememberedKey(await seedCreator());
    expect(await stillValid(actor)).toBe(true);
    await pool().query(statement, [actor.apiKeyId]);
    await until(async () => (await actorOfApiKey(token)) === null);
    expect(await stillValid(actor)).toBe(false);
  });

  test("takes a scope away: the key is known without it", async () => {
    const { token, actor } = await rememberedKey(await seedCreator());
    await db.apiKey.update({ where: { id: actor.apiKeyId }, data: { scopes: [] } });
    await until(async () => (await actorOfApiKey(token))?.scopes?.length === 0);
  });
});

test("while the feed is cut, keys are looked up, and remembered again when it is back", async () => {
  const { token, actor } = await rememberedKey(await seedCreator());
  const feeds = "application_name = 'lineup_api_key' AND datname = current_database()";
  await pool().query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${feeds}`);
  await until(() => rememberedKeys().holds(actor.apiKeyId, Date.now()) === null);
  expect(await actorOfApiKey(token)).not.toBeNull();
  expect(await stillValid(actor)).toBe(true);
  await until(async () => {
    await actorOfApiKey(token);
    return rememberedKeys().holds(actor.apiKeyId, Date.now()) === true;
  });
});
