import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import * as apiKeys from "@/app/v1/creator/api-keys/route";
import * as channels from "@/app/v1/creator/channels/route";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { closeDb, db } from "@/server/db";
import { forgetKeptReplies, KEPT_MS } from "@/server/idempotency/first-reply";

afterAll(closeDb);

const withKey = (key: string = randomUUID()) => ({ "Idempotency-Key": key });

describe("a repeat with the same Idempotency-Key", () => {
  test("gets the first reply, and nothing is made twice", async () => {
    const actor = await seedCreator();
    const post = { as: actor, headers: withKey(), body: { name: "One", description: "Once" } };
    const first = await call(channels, "POST", post);
    const again = await call(channels, "POST", { ...post, body: { description: "Once", name: "One" } });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await db.channel.count({ where: { ownerId: actor.userId } })).toBe(1);
  });

  test("gets the first refusal of an invalid body too", async () => {
    const post = { as: await seedCreator(), headers: withKey(), body: { name: "" } };
    const first = await call(channels, "POST", post);
    const again = await call(channels, "POST", post);
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
  });

  test("with another body is 409 idempotency.mismatch", async () => {
    const post = { as: await seedCreator(), headers: withKey() };
    await call(channels, "POST", { ...post, body: { name: "One" } });
    const other = await call(channels, "POST", { ...post, body: { name: "Two" } });
    expect([other.status, other.body.error.code]).toEqual([409, "idempotency.mismatch"]);
  });

  test("never shows the token of an API key again, and does not keep it", async () => {
    const actor = await seedCreator();
    const post = { as: actor, headers: withKey(), body: { name: "Agent", scopes: ["content:read"] } };
    const first = await call(apiKeys, "POST", post);
    const again = await call(apiKeys, "POST", post);
    const { token, ...key } = first.body.key;
    expect(token).toMatch(/^vk_live_/);
    expect(again.body).toEqual({ key, tokenShown: true });
    const kept = await db.keptReply.findMany({ where: { caller: { startsWith: actor.userId } } });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("of another creator is another request", async () => {
    const headers = withKey();
    const one = await call(channels, "POST", { as: await seedCreator(), headers, body: { name: "One" } });
    const other = await call(channels, "POST", { as: await seedCreator(), headers, body: { name: "One" } });
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(one.body.id);
  });
});

test("of many at once one works; the others are told to wait, or get its reply", async () => {
  const actor = await seedCreator();
  const post = { as: actor, headers: withKey(), body: { name: "One" } };
  const replies = await Promise.all(Array.from({ length: 10 }, () => call(channels, "POST", post)));
  expect(await db.channel.count({ where: { ownerId: actor.userId } })).toBe(1);
  const ids = replies.filter(({ status }) => status === 201).map(({ body }) => body.id);
  expect(new Set(ids).size).toBe(1);
  for (const { status, body } of replies) if (status !== 201) expect(body.error.code).toBe("idempotency.in_progress");
});

test("a request that died with its process is done by a repeat", async () => {
  const actor = await seedCreator();
  const headers = withKey();
  const post = { as: actor, headers, body: { name: "One" } };
  await call(channels, "POST", post);
  const waiting = { status: null, createdAt: new Date(Date.now() - 60_000) };
  await db.keptReply.updateMany({ where: { key: headers["Idempotency-Key"] }, data: waiting });
  expect((await call(channels, "POST", post)).body.error.code).toBe("idempotency.in_progress");
  const abandoned = { createdAt: new Date(Date.now() - 180_000) };
  await db.keptReply.updateMany({ where: { key: headers["Idempotency-Key"] }, data: abandoned });
  expect((await call(channels, "POST", post)).status).toBe(201);
});

test("after a day a reply is forgotten, and the key may be used anew", async () => {
  const actor = await seedCreator();
  const headers = withKey();
  await call(channels, "POST", { as: actor, headers, body: { name: "One" } });
  const where = { key: headers["Idempotency-Key"] };
  await db.keptReply.updateMany({ where, data: { createdAt: new Date(Date.now() - KEPT_MS) } });
  expect((await call(channels, "POST", { as: actor, headers, body: { name: "Two" } })).status).toBe(201);
  await db.keptReply.updateMany({ where, data: { createdAt: new Date(Date.now() - KEPT_MS - 1000) } });
  expect(await forgetKeptReplies(new Date())).toBeGreaterThanOrEqual(1);
  expect(await db.keptReply.count({ where })).toBe(0);
});

test("a key of more than 255 characters is 422", async () => {
  const post = { as: await seedCreator(), headers: withKey("k".repeat(256)), body: { name: "One" } };
  const { status, body } = await call(channels, "POST", post);
  expect([status, body.error.details.issues[0].path]).toEqual([422, ["Idempotency-Key"]]);
});
