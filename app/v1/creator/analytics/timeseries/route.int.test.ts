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
  test("a point for every hour, also of hours in which nobody watched", async () => {
    const { status, body } = await call(route, "GET", { as: ada, query: { ...DAY, interval: "hour" } });
    expect(status).toBe(200);
    expect(body.points).toHaveLength(24);
  });
});

describe("422", () => {
  test("an interval that there is not, and a window that runs backwards", async () => {
    for (const query of [
      { ...DAY, interval: "week" },
      { from: DAY.to, to: DAY.from, interval: "hour" },
    ])
      expect((await call(route, "GET", { as: ada, query })).status).toBe(422);
  });
});
