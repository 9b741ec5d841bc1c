import { Redis } from "ioredis";
import { afterAll, expect, test } from "vitest";
import { closeDb, pool } from "@/server/db";
import { closeRedis, redis } from "@/server/redis";
import { healthzHandler, readyzHandler } from "./health";
import { serve } from "./testing/serve";

afterAll(async () => {
  await closeRedis();
  await closeDb();
});

const working = { database: () => pool().query("SELECT 1"), redis: () => redis().ping(), storage: async () => {} };

test("readyz: database, Redis and storage of this machine answer", async () => {
  const origin = await serve(readyzHandler());
  const { status, text } = await origin.ask("/readyz");
  expect([status, JSON.parse(text)]).toEqual([
    200,
    { status: "ok", checks: { database: "ok", redis: "ok", storage: "ok" } },
  ]);
  await origin.close();
});

test("readyz: 503 names the one that cannot be reached", async () => {
  const nowhere = new Redis(1, "127.0.0.1", { maxRetriesPerRequest: 0, retryStrategy: () => null });
  nowhere.on("error", () => {});
  const origin = await serve(readyzHandler({ ...working, redis: () => nowhere.ping() }));
  const { status, text } = await origin.ask("/readyz");
  expect([status, JSON.parse(text)]).toEqual([
    503,
    { status: "failed", checks: { database: "ok", redis: "failed", storage: "ok" } },
  ]);
  await origin.close();
});

test("readyz: a part that never answers counts as failed after two seconds", async () => {
  const origin = await serve(readyzHandler({ ...working, storage: () => new Promise(() => {}) }));
  const askedAt = performance.now();
  const { status, text } = await origin.ask("/readyz");
  expect(performance.now() - askedAt).toBeLessThan(3_000);
  expect([status, JSON.parse(text).checks.storage]).toEqual([503, "failed"]);
  await origin.close();
});

test("healthz: alive, whatever else is not", async () => {
  const origin = await serve(healthzHandler);
  expect((await origin.ask("/healthz")).status).toBe(200);
  await origin.close();
});
