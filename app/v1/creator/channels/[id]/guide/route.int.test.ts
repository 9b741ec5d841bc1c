import { describe, expect, test } from "vitest";
import * as publicGuide from "@/app/v1/channels/[idOrSlug]/epg/route";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import * as route from "./route";

const HOUR_MS = 3_600_000;

describe("200", () => {
  test("a draft has a guide for its owner, and once it is published the same as everybody's", async () => {
    const ada = await seedCreator();
    const film = await seedReadyContent(ada, { title: "Film", durationMs: HOUR_MS });
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, film, new Date(Date.now() + HOUR_MS), HOUR_MS);
    const params = { id: channel.id };
    const { status, body } = await call(route, "GET", { as: ada, params });
    expect(status).toBe(200);
    expect(body.programmes).toContainEqual(expect.objectContaining({ title: "Film", blockId: block.id }));
    const asViewer = { params: { idOrSlug: channel.id }, query: { from: body.from, to: body.to } };
    expect((await call(publicGuide, "GET", asViewer)).status).toBe(404);

    await publishChannel(ada, channel.id);
    const own = await call(route, "GET", { as: ada, params, query: { from: body.from, to: body.to } });
    expect(own.body).toEqual((await call(publicGuide, "GET", asViewer)).body);
  });
});

describe("401, 403, 404, 422", () => {
  test("nobody, a key for other things, somebody else, a window that ends before it begins", async () => {
    const ada = await seedCreator();
    const params = { id: (await seedChannel(ada)).id };
    expect((await call(route, "GET", { params })).status).toBe(401);
    expect((await call(route, "GET", { as: await seedApiKey(ada, "content:read"), params })).status).toBe(403);
    expect((await call(route, "GET", { as: await seedCreator(), params })).status).toBe(404);
    const query = { from: "2031-05-03T00:00:00Z", to: "2031-05-02T00:00:00Z" };
    expect((await call(route, "GET", { as: ada, params, query })).status).toBe(422);
  });
});
