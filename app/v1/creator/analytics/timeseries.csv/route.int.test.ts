import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import * as route from "./route";

const DAY = { from: "2026-10-24T00:00:00.000Z", to: "2026-10-25T00:00:00.000Z" };

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("200", () => {
  test("a file with a line of names and a line for every hour", async () => {
    const reply = await send(route, "GET", { as: ada, query: { ...DAY, interval: "hour" } });
    expect(reply.status).toBe(200);
    expect((await reply.text()).trim().split("\n")).toHaveLength(25);
  });
});

describe("422", () => {
  test("an interval that there is not", async () => {
    expect((await call(route, "GET", { as: ada, query: { ...DAY, interval: "week" } })).status).toBe(422);
  });
});
