import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { expireApiKey } from "@/server/api-keys/expire-api-key";
import { forgetKey } from "@/server/api-keys/remembered-keys";
import { db } from "@/server/db";
import * as me from "../../me/route";
import * as route from "./route";

let ada: Actor;
const agent = { name: "My video agent", scopes: ["content:write", "schedule:write"] };

beforeAll(async () => {
  ada = await seedCreator();
});

const create = (body: unknown, as: Actor | string = ada) => call(route, "POST", { as, body });
const list = (as: Actor | string = ada) => call(route, "GET", { as });
const whoAmI = (token: string) => call(me, "GET", { as: token });

describe("200", () => {
  test("keys come newest first, without tokens and without those that are revoked", async () => {
    const owner = await seedCreator();
    await create({ ...agent, name: "first" }, owner);
    const revoked = await create({ ...agent, name: "second" }, owner);
    await create({ ...agent, name: "third" }, owner);
    await db.apiKey.update({ where: { id: revoked.body.key.id }, data: { revokedAt: new Date() } });
    const { body } = await list(owner);
    expect(body.keys.map((key: { name: string }) => key.name)).toEqual(["third", "first"]);
    expect(JSON.stringify(body)).not.toContain("token");
  });

  test("an expired key is listed as such", async () => {
    const owner = await seedCreator();
    const { body } = await create({ ...agent, expiresInDays: 1 }, owner);
    expect((await list(owner)).body.keys[0].isExpired).toBe(false);
    await db.apiKey.update({ where: { id: body.key.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await list(owner)).body.keys[0].isExpired).toBe(true);
  });
});

describe("201", () => {
  test("a key as the reference shows it; only its hash is kept", async () => {
    const { status, body } = await create({ ...agent, expiresInDays: 90 });
    const { key } = body;
    expect(status).toBe(201);
    expect(key).toMatchObject({ ...agent, kind: "creator", lastUsedAt: null, isExpired: false });
    expect(key.token).toMatch(/^vk_live_[0-9A-Za-z]{40}$/);
    expect(key.keyPrefix).toBe(key.token.slice(0, 16));
    expect(Date.parse(key.expiresAt) - Date.now()).toBeGreaterThan(89.9 * 86_400_000);
    const row = await db.apiKey.findUniqueOrThrow({ where: { id: key.id } });
    expect(row.tokenHash).toBe(createHash("sha256").update(key.token).digest("hex"));
    expect(JSON.stringify(row)).not.toContain(key.token.slice(16));
  });

  test("without expiresInDays a key does not expire; scopes named twice count once", async () => {
    const { body } = await create({ name: "n", scopes: ["content:read", "content:read"] });
    expect(body.key).toMatchObject({ expiresAt: null, scopes: ["content:read"] });
  });

  test("a key for the import API takes no scopes and opens nothing here", async () => {
    const { body } = await create({ name: "import", kind: "import" });
    expect(body.key.token).toMatch(/^vid_[0-9a-f]{32}$/);
    expect((await whoAmI(body.key.token)).body.auth.scopes).toEqual([]);
  });
});

describe("a key in use", () => {
  test("is marked as used, at most once a minute", async () => {
    const { body } = await create(agent);
    await whoAmI(body.key.token);
    const first = (await db.apiKey.findUniqueOrThrow({ where: { id: body.key.id } })).lastUsedAt;
    await whoAmI(body.key.token);
    const second = (await db.apiKey.findUniqueOrThrow({ where: { id: body.key.id } })).lastUsedAt;
    expect(Date.now() - (first?.getTime() ?? 0)).toBeLessThan(10_000);
    expect(second).toEqual(first);
    await db.apiKey.update({ where: { id: body.key.id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } });
    forgetKey(body.key.id);
    await whoAmI(body.key.token);
    const third = (await db.apiKey.findUniqueOrThrow({ where: { id: body.key.id } })).lastUsedAt;
    expect(third!.getTime()).toBeGreaterThan(first!.getTime() - 1);
  });

  test("is refused from the moment it expires", async () => {
    const { body } = await create({ ...agent, expiresInDays: 1 });
    expect((await whoAmI(body.key.token)).status).toBe(200);
    await expireApiKey(body.key.id, new Date());
    expect((await whoAmI(body.key.token)).status).toBe(401);
  });
});

describe("401, 403", () => {
  test("nobody, and a key however many scopes it holds", async () => {
    const token = await seedApiKey(ada, "content:read", "content:write", "channel:write");
    expect((await call(route, "GET", {})).status).toBe(401);
    expect((await list(token)).body.error.code).toBe("api_key.session_required");
    expect((await create(agent, token)).status).toBe(403);
  });

  test("a session from another origin", async () => {
    const { status, body } = await call(route, "POST", {
      as: ada,
      body: agent,
      headers: { Origin: "https://evil.example" },
    });
    expect([status, body.error.code]).toEqual([403, "auth.csrf"]);
  });
});

describe("422", () => {
  test.each([
    ["no name", { scopes: ["content:read"] }, "name"],
    ["a long name", { name: "x".repeat(101), scopes: ["content:read"] }, "name"],
    ["no scopes", { name: "n" }, "scopes"],
    ["empty scopes", { name: "n", scopes: [] }, "scopes"],
    ["an unknown scope", { name: "n", scopes: ["admin"] }, "scopes.0"],
    ["an import key with scopes", { name: "n", kind: "import", scopes: ["content:read"] }, "scopes"],
    ["a part of a day", { ...agent, expiresInDays: 1.5 }, "expiresInDays"],
    ["more than ten years", { ...agent, expiresInDays: 3651 }, "expiresInDays"],
  ])("%s", async (_, body, path) => {
    const answer = await create(body, await seedCreator());
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.issues[0].path.join(".")).toBe(path);
  });
});

describe("429", () => {
  test("twenty keys an hour for one creator; reading the list costs nothing", async () => {
    const owner = await seedCreator();
    for (let count = 0; count < 20; count++) expect((await create(agent, owner)).status).toBe(201);
    const { status, body, headers } = await create(agent, owner);
    expect([status, body.error.code]).toEqual([429, "rate_limit.exceeded"]);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(3000);
    expect((await list(owner)).status).toBe(200);
    expect((await create(agent)).status).toBe(201);
  });
});
