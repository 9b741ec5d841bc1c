import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { blockContent } from "@/server/moderation/block-content";
import * as route from "./route";

let ada: Actor;
let channel: { id: string };
beforeAll(async () => {
  ada = await seedCreator();
  channel = await seedChannel(ada);
  const film = await seedReadyContent(ada, { title: "Late Film" });
  for (const minutes of [60, 120]) {
    await seedBlock(channel, film, new Date(Date.now() + minutes * 60_000), 60_000);
  }
  const grace = await seedCreator({ isModerator: true });
  await blockContent(grace, film.id, { status: "ready", reason: "Stolen." });
});

const list = (query: Record<string, string | number> = {}, as: Actor | string = ada) =>
  call(route, "GET", { as, query });

describe("200", () => {
  test("a page of what left the guides, with its reason, to a session and to a key that reads schedules", async () => {
    const { body } = await list({ channelId: channel.id, per_page: 1 });
    expect(body).toMatchObject({ total: 2, perPage: 1 });
    expect(body.items).toMatchObject([
      { channelId: channel.id, title: "Late Film", reason: "blocked", message: "A moderator blocked it: Stolen." },
    ]);
    expect((await list({}, await seedApiKey(ada, "schedule:read"))).body.total).toBe(2);
  });
});

describe("401, 403, 404, 422", () => {
  test("nobody, a key without the scope, somebody else's channel, an id that is none", async () => {
    expect((await call(route, "GET")).status).toBe(401);
    expect((await list({}, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await list({ channelId: channel.id }, await seedCreator())).status).toBe(404);
    expect((await list({ channelId: "x" })).status).toBe(422);
  });
});
