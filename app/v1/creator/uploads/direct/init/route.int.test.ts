import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

const FILE = { filename: "a.mp4", sizeBytes: 1000 };

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("201", () => {
  test("the item is there, and the address for its bytes", async () => {
    const { status, body } = await call(route, "POST", { as: ada, body: FILE });
    expect(status).toBe(201);
    expect(body).toMatchObject({ expiresInSeconds: 900, uploadUrl: expect.stringContaining("/uploads/") });
  });
});

describe("404", () => {
  test("a channel of somebody else", async () => {
    const { id: channelId } = await seedChannel(await seedCreator());
    expect((await call(route, "POST", { as: ada, body: { ...FILE, channelId } })).status).toBe(404);
  });
});

describe("422", () => {
  test("a file of nothing, and one that is no media", async () => {
    for (const wrong of [{ sizeBytes: 0 }, { contentType: "text/html" }])
      expect((await call(route, "POST", { as: ada, body: { ...FILE, ...wrong } })).status).toBe(422);
  });
});
