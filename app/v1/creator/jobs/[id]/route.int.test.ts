import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { startFill } from "@/server/schedule/start-fill";
import * as route from "./route";

let ada: Actor;
let id: string;

beforeAll(async () => {
  ada = await seedCreator();
  const channelId = (await seedChannel(ada)).id;
  const request = { channelId, from: "2031-05-03T00:00:00Z", to: "2031-05-04T00:00:00Z", strategy: "shuffle" as const };
  id = (await startFill(ada, request)).jobId;
});

describe("200", () => {
  test("a session and a key with the scope of the verb that made the job", async () => {
    for (const as of [ada, await seedApiKey(ada, "schedule:write")]) {
      expect((await call(route, "GET", { as, params: { id } })).body).toMatchObject({
        id,
        kind: "fill",
        status: "queued",
      });
    }
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key with other scopes, somebody else, an id that is none", async () => {
    const reader = await seedApiKey(ada, "schedule:read", "content:write");
    const refused = await call(route, "GET", { as: reader, params: { id } });
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect(refused.body.error.details).toEqual({ requiredScope: "schedule:write" });
    expect((await call(route, "GET", { as: await seedCreator(), params: { id } })).status).toBe(404);
    expect((await call(route, "GET", { as: ada, params: { id: "1" } })).status).toBe(404);
  });
});
