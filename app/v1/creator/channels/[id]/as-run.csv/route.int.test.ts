import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { send } from "@/scripts/testing/call-route";
import * as route from "./route";

const DAY = { from: "2026-10-24T00:00:00Z", to: "2026-10-25T00:00:00Z" };

let ada: Actor;
let id: string;
beforeAll(async () => {
  ada = await seedCreator();
  id = (await seedChannel(ada)).id;
});

const file = (query: Record<string, string>) => send(route, "GET", { as: ada, params: { id }, query });

describe("200", () => {
  test("of a channel that never aired the file has its names of columns only", async () => {
    const reply = await file(DAY);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect((await reply.text()).trim().split("\n")).toHaveLength(1);
  });
});

describe("422", () => {
  test("a window that runs backwards", async () => {
    expect((await file({ from: DAY.to, to: DAY.from })).status).toBe(422);
  });
});
