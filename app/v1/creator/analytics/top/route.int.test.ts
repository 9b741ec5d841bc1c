import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

const DAY = { from: "2026-10-24T00:00:00.000Z", to: "2026-10-25T00:00:00.000Z" };

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("200", () => {
  test("where nobody watched the lists are empty", async () => {
    const { status, body } = await call(route, "GET", { as: ada, query: DAY });
    expect([status, body]).toEqual([200, { content: [], channels: [] }]);
  });
});

describe("404", () => {
  test("a channel that is not the caller's", async () => {
    const query = { ...DAY, channelId: "01982f3a-7c1b-7d52-9c55-0f2a9b1c3d4e" };
    expect((await call(route, "GET", { as: ada, query })).status).toBe(404);
  });
});

describe("422", () => {
  test("a window that runs backwards", async () => {
    expect((await call(route, "GET", { as: ada, query: { from: DAY.to, to: DAY.from } })).status).toBe(422);
  });
});
