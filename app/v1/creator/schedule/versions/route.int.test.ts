import { describe, expect, test } from "vitest";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { removeBlock } from "@/server/schedule/remove-block";
import * as route from "./route";

describe("200", () => {
  test("the tag of a channel changes with its blocks; other creators' channels are not told", async () => {
    const [ada, eve] = [await seedCreator(), await seedCreator()];
    const [one, two] = [await seedChannel(ada), await seedChannel(ada)];
    await seedChannel(eve);
    const block = await seedBlock(one, null, new Date("2031-05-03T10:00:00Z"), 60_000);
    await removeBlock(ada, block.id);
    const { status, body } = await call(route, "GET", { as: ada });
    expect(status).toBe(200);
    expect(body.channels).toEqual([
      { channelId: one.id, etag: `"${one.id}.1"` },
      { channelId: two.id, etag: `"${two.id}.0"` },
    ]);
  });

  test("how far channels are locked is told when it is asked for: null for a draft", async () => {
    const ada = await seedCreator();
    const [live, draft] = [await seedChannel(ada), await seedChannel(ada)];
    const clip = await seedReadyContent(ada, { durationMs: 3_600_000 });
    await seedBlock(live, clip, new Date(Date.now() - 60_000), 3_600_000);
    await publishChannel(ada, live.id);
    const { body } = await call(route, "GET", { as: ada, query: { editable: "true" } });
    const [ofLive, ofDraft] = [live, draft].map((channel) =>
      body.channels.find((one: { channelId: string }) => one.channelId === channel.id),
    );
    expect(Date.parse(ofLive.editableFrom)).toBeGreaterThan(Date.now() - 5_000);
    expect(ofDraft.editableFrom).toBeNull();
  });
});

describe("403", () => {
  test("a key without schedule:read learns nothing", async () => {
    const key = await seedApiKey(await seedCreator(), "content:read");
    expect((await call(route, "GET", { as: key })).status).toBe(403);
  });
});

describe("422", () => {
  test("a question that is neither yes nor no", async () => {
    const query = { editable: "perhaps" };
    expect((await call(route, "GET", { as: await seedCreator(), query })).status).toBe(422);
  });
});
