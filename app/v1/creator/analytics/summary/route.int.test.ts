import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("200", () => {
  test("of somebody who has nothing all figures are nothing", async () => {
    const { status, body } = await call(route, "GET", { as: ada });
    expect(status).toBe(200);
    expect(body.today).toEqual({ views: 0, viewers: 0, watchSeconds: 0, impressions: 0 });
    expect(body.channels).toEqual({ total: 0, published: 0 });
  });
});

describe("422", () => {
  test("a time zone that there is not", async () => {
    expect((await call(route, "GET", { as: ada, query: { timezone: "Mars/Olympus" } })).status).toBe(422);
  });
});
