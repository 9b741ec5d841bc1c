import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { freePort } from "@/scripts/services/ports";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { closeDb } from "@/server/db";
import { judgeRequest } from "@/server/http/rate-limit";
import { closeRedis } from "@/server/redis";
import * as apiKeys from "./creator/api-keys/route";
import * as complete from "./creator/uploads/direct/complete/route";
import * as me from "./me/route";
import * as search from "./search/route";

let ada: Actor;
let token: string;

beforeAll(async () => {
  process.env.REDIS_URL = `redis://127.0.0.1:${await freePort()}`; // before anything reads the settings
  ada = await seedCreator();
  token = await seedApiKey(ada, "content:write");
});

afterAll(async () => {
  await closeRedis();
  await closeDb();
});

describe("while Redis is away", () => {
  test("limited writes are refused, each time, and told when to come back", async () => {
    const body = { contentItemId: randomUUID() };
    for (let round = 0; round < 10; round++) {
      const { status, headers, body: refusal } = await call(complete, "POST", { as: token, body });
      expect([status, refusal.error.code]).toEqual([503, "server.unavailable"]);
      expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    const key = { name: "n", scopes: ["content:read"] };
    expect((await call(apiKeys, "POST", { as: ada, body: key })).status).toBe(503);
  });

  test("reads go on, the limited ones uncounted", async () => {
    expect((await call(me, "GET", { as: token })).status).toBe(200);
    const { status, headers } = await call(search, "GET", { query: { q: "anything" } });
    expect([status, headers.get("RateLimit-Remaining")]).toEqual([200, "60"]);
  });

  test("what audiences send goes on", async () => {
    expect((await judgeRequest("beacons", "192.0.2.1")).refusal).toBeNull();
  });
});
