import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { expireApiKey } from "@/server/api-keys/expire-api-key";
import { forgetOldAudit } from "@/server/audit/forget-old-audit";
import { register } from "@/server/auth/register";
import { db } from "@/server/db";
import * as apiKey from "../api-keys/[id]/route";
import * as apiKeys from "../api-keys/route";
import * as publish from "../channels/[id]/publish/route";
import * as channel from "../channels/[id]/route";
import * as unpublish from "../channels/[id]/unpublish/route";
import * as content from "../content/[id]/route";
import * as group from "../content-groups/[id]/route";
import * as groups from "../content-groups/route";
import * as batch from "../schedule/batch/route";
import * as webhook from "../webhooks/[id]/route";
import * as webhooks from "../webhooks/route";
import * as route from "./route";

let ada: Actor;

beforeAll(async () => {
  ada = await seedCreator();
});

const audit = (as: Actor | string, query: Record<string, string | number> = {}) => call(route, "GET", { as, query });
const actionsOf = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action);

describe("200", () => {
  test("publishing, taking off the air and deleting a channel, once each, newest first", async () => {
    const owner = await seedCreator();
    const { id, name } = await seedChannel(owner);
    const params = { id };
    await call(publish, "POST", { as: owner, params });
    await call(publish, "POST", { as: owner, params });
    expect((await call(channel, "DELETE", { as: owner, params })).status).toBe(409);
    await call(unpublish, "POST", { as: owner, params });
    expect((await call(channel, "DELETE", { as: owner, params })).status).toBe(204);
    const { body } = await audit(owner);
    expect(actionsOf(body)).toEqual(["channel.deleted", "channel.unpublished", "channel.published"]);
    expect(body.items[0]).toMatchObject({
      target: { kind: "channel", id, name },
      actor: { method: "session", apiKey: null },
    });
  });

  test("what a key did names the key, and each entry the request", async () => {
    const owner = await seedCreator();
    const token = await seedApiKey(owner, "content:write");
    const item = await seedReadyContent(owner, { title: "Old film" });
    await seedBlock(await seedChannel(owner), item, new Date(Date.now() + 3_600_000), 60_000);
    const answer = await call(content, "DELETE", { as: token, params: { id: item.id }, query: { force: "true" } });
    const { items } = (await audit(owner, { action: "content.deleted" })).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      target: { kind: "content", id: item.id, name: "Old film" },
      actor: { method: "api_key", apiKey: { name: "Test", keyPrefix: token.slice(0, 16) } },
      requestId: answer.headers.get("X-Request-Id"),
      details: { removedBlocks: 1 },
    });
  });

  test("keys made, revoked and let expire; the token is in none of it", async () => {
    const owner = await seedCreator();
    const make = () => call(apiKeys, "POST", { as: owner, body: { name: "Agent", scopes: ["content:read"] } });
    const [first, second] = [await make(), await make()];
    await call(apiKey, "DELETE", { as: owner, params: { id: first.body.key.id } });
    await call(apiKey, "DELETE", { as: owner, params: { id: first.body.key.id } });
    await expireApiKey(second.body.key.id, new Date());
    const { body } = await audit(owner);
    expect(actionsOf(body)).toEqual(["api_key.expired", "api_key.revoked", "api_key.created", "api_key.created"]);
    expect(body.items[0].actor.method).toBe("operator");
    expect(JSON.stringify(body)).not.toContain(first.body.key.token.slice(16));
  });

  test("a group that is deleted, and the account itself", async () => {
    const { user } = await register({
      email: `${crypto.randomUUID()}@example.com`,
      password: "long enough",
      name: "A",
    });
    const owner: Actor = { userId: user.id, method: "session", scopes: null };
    const made = await call(groups, "POST", { as: owner, body: { name: "Reruns", kind: "static" } });
    await call(group, "DELETE", { as: owner, params: { id: made.body.id } });
    const { body } = await audit(owner);
    expect(actionsOf(body)).toEqual(["content_group.deleted", "account.registered"]);
    expect(body.items[0].target.name).toBe("Reruns");
  });

  test("many blocks removed together, and webhooks by their host alone", async () => {
    const owner = await seedCreator();
    const made = await seedChannel(owner, { name: "Nights" });
    const item = await seedReadyContent(owner);
    const blocks: { id: string }[] = [];
    for (const hour of [30, 31, 32]) {
      blocks.push(await seedBlock(made, item, new Date(Date.now() + hour * 3_600_000), 60_000));
    }
    const remove = (some: typeof blocks) => ({ edits: some.map(({ id }) => ({ op: "remove", blockId: id })) });
    expect((await call(batch, "POST", { as: owner, body: remove(blocks.slice(0, 1)) })).status).toBe(200);
    expect((await call(batch, "POST", { as: owner, body: remove(blocks.slice(1)) })).status).toBe(200);
    const hook = { url: "https://hooks.example/s3cret", eventTypes: ["content.ready"] };
    const { body: created } = await call(webhooks, "POST", { as: owner, body: hook });
    await call(webhook, "DELETE", { as: owner, params: { id: created.endpoint.id } });
    const { body } = await audit(owner);
    expect(actionsOf(body)).toEqual(["webhook.deleted", "webhook.created", "schedule.blocks_removed"]);
    expect(body.items[2]).toMatchObject({ target: { name: "Nights" }, details: { removedBlocks: 2 } });
    expect(body.items[0].target.name).toBe("hooks.example");
    expect(JSON.stringify(body)).not.toContain("s3cret");
  });

  test("pages of the creator's own entries only", async () => {
    const owner = await seedCreator();
    await db.auditEntry.createMany({
      data: Array.from({ length: 5 }, (_, index) => ({
        ownerId: owner.userId,
        at: new Date(Date.UTC(2026, 0, 1, 0, index)),
        action: "content.deleted",
        method: "session",
        targetKind: "content",
        targetId: "x",
        targetName: `Item ${index}`,
      })),
    });
    const { body } = await audit(owner, { page: 2, per_page: 2 });
    expect(body).toMatchObject({ total: 5, page: 2, perPage: 2 });
    expect(body.items.map(({ target }: { target: { name: string } }) => target.name)).toEqual(["Item 2", "Item 1"]);
  });
});

test("entries are kept for 400 days", async () => {
  const owner = await seedCreator();
  const entry = { ownerId: owner.userId, action: "content.deleted", method: "session", targetKind: "content" } as const;
  const now = Date.now();
  for (const days of [399, 401]) {
    const at = new Date(now - days * 86_400_000);
    await db.auditEntry.create({ data: { ...entry, at, targetId: "x", targetName: `${days}` } });
  }
  await forgetOldAudit(new Date(now));
  expect((await audit(owner)).body.items.map(({ target }: { target: { name: string } }) => target.name)).toEqual([
    "399",
  ]);
});

describe("401, 403", () => {
  test("nobody, and a key however many scopes it holds", async () => {
    expect((await call(route, "GET")).status).toBe(401);
    const { body } = await audit(await seedApiKey(ada, "content:read", "channel:write"));
    expect(body.error.code).toBe("api_key.session_required");
  });
});

describe("422", () => {
  test("an action that does not exist", async () => {
    expect((await audit(ada, { action: "channel.painted" })).status).toBe(422);
  });
});
