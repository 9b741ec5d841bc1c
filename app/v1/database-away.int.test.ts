import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/scripts/services/ports";
import { type Call, call, type Method, type Route } from "@/scripts/testing/call-route";
import { newToken } from "@/server/api-keys/token";
import { closeDb } from "@/server/db";
import { operationsOf } from "@/server/http/openapi/document";
import { closeRedis } from "@/server/redis";
import { ROUTES } from "./openapi.json/routes";
import { type Belongings, requestOf } from "./testing/authorisation-requests";

const ID = "01982f3a-7c1b-7d52-9c55-0f2a9b1c3d4e";
/** Nothing can be seeded: the requests name what is nowhere. */
const NOTHING = new Proxy({}, { get: () => ID }) as Belongings;

beforeAll(async () => {
  // Before anything reads the settings.
  process.env.DATABASE_URL = `postgresql://127.0.0.1:${await freePort()}/away`;
});
afterAll(async () => {
  await closeRedis();
  await closeDb();
});

test.each(operationsOf(ROUTES))("while the database is away $method $path says so", async (walked) => {
  const { headers, ...request } = requestOf(`${walked.method} ${walked.path}`, NOTHING);
  const key: Record<string, Record<string, string>> = {
    public: {},
    import_key: { "X-API-Key": newToken("import") },
  };
  const bearer = { Authorization: `Bearer ${newToken("creator")}` };
  const all: Call = { ...request, headers: { ...headers, ...(key[walked.operation.access] ?? bearer) } };
  const reply = await call(ROUTES[walked.path] as Route, walked.method as Method, all);
  expect([reply.status, Number(reply.headers.get("Retry-After")) > 0]).toEqual([503, true]);
});
