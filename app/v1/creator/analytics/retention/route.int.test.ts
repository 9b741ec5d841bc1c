import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("200", () => {
  test("of an item that nobody watched every stretch has a share of nothing", async () => {
    const item = await seedReadyContent(ada, { durationMs: 60_000 });
    const { status, body } = await call(route, "GET", { as: ada, query: { contentItemId: item.id } });
    expect([status, body.durationSeconds]).toEqual([200, 60]);
    expect(new Set(body.points.map(({ share }: { share: number }) => share))).toEqual(new Set([0]));
  });
});

describe("422", () => {
  test("an id that is none", async () => {
    expect((await call(route, "GET", { as: ada, query: { contentItemId: "film" } })).status).toBe(422);
  });
});
