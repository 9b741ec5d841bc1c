import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const bulk = (body: unknown, as: Actor | string | undefined = ada) => call(route, "POST", { as, body });
const item = (id: string) => db.contentItem.findUniqueOrThrow({ where: { id } });

describe("200", () => {
  test("tags are added and removed, and what the items carried before takes it back", async () => {
    const one = await seedContent(ada, { tags: ["old", "kept"] });
    const two = await seedContent(ada, { tags: ["new"] });
    const contentItemIds = [one.id, two.id];
    const { status, body } = await bulk({ action: "tag", contentItemIds, add: ["new"], remove: ["old"] });
    expect(status).toBe(200);
    expect((await item(one.id)).tags).toEqual(["kept", "new"]);
    expect((await item(two.id)).tags).toEqual(["new"]);
    expect(body).toEqual({
      done: [
        { id: one.id, tags: ["old", "kept"], channelId: null },
        { id: two.id, tags: ["new"], channelId: null },
      ],
      refused: [],
    });
    await bulk({ action: "set", items: body.done.map(({ id, tags }: (typeof body.done)[0]) => ({ id, tags })) });
    expect((await item(one.id)).tags).toEqual(["old", "kept"]);
  });

  test("items are moved to a channel and out of it", async () => {
    const channel = await seedChannel(ada);
    const { id } = await seedContent(ada);
    await bulk({ action: "move", contentItemIds: [id], channelId: channel.id });
    expect((await item(id)).channelId).toBe(channel.id);
    await bulk({ action: "move", contentItemIds: [id], channelId: null });
    expect((await item(id)).channelId).toBeNull();
  });

  test("each item is refused on its own: what is on the schedule stays, what is not goes", async () => {
    const channel = await seedChannel(ada);
    const scheduled = await seedReadyContent(ada);
    await seedBlock(channel, scheduled, new Date(Date.now() + 3_600_000), 60_000);
    const free = await seedReadyContent(ada);
    const { id: foreign } = await seedContent(await seedCreator());
    const contentItemIds = [scheduled.id, foreign, free.id];
    const { body } = await bulk({ action: "delete", contentItemIds });
    expect(body.done.map(({ id }: { id: string }) => id)).toEqual([free.id]);
    expect(body.refused).toMatchObject([
      { id: scheduled.id, code: "content.scheduled" },
      { id: foreign, code: "resource.not_found" },
    ]);
    expect((await item(foreign)).status).not.toBe("deleted");
    const again = await bulk({ action: "delete", contentItemIds: [scheduled.id], force: true });
    expect(again.body.done).toHaveLength(1);
  });

  test("what failed is tried again, what did not is told", async () => {
    const failed = await seedContent(ada, { status: "failed", errorCode: "x", errorMessage: "y" });
    const ready = await seedReadyContent(ada);
    const { body } = await bulk({ action: "retry", contentItemIds: [failed.id, ready.id] });
    expect((await item(failed.id)).status).toBe("pending_transcode");
    expect(body.refused).toMatchObject([{ id: ready.id, code: "content.not_failed" }]);
  });

  test("an item never carries more tags than it may", async () => {
    const { id } = await seedContent(ada, { tags: Array.from({ length: 50 }, (_, index) => `tag ${index}`) });
    const { body } = await bulk({ action: "tag", contentItemIds: [id], add: ["one more"] });
    expect(body.refused).toMatchObject([{ id, code: "request.invalid" }]);
    expect((await item(id)).tags).toHaveLength(50);
  });
});

describe("401, 403, 422", () => {
  test("nobody, a key that may only read, an unknown action, nothing to change, too many", async () => {
    const { id } = await seedContent(ada);
    const change = { action: "retry", contentItemIds: [id] };
    expect((await call(route, "POST", { body: change })).status).toBe(401);
    expect((await bulk(change, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await bulk({ action: "burn", contentItemIds: [id] })).status).toBe(422);
    expect((await bulk({ action: "retry", contentItemIds: [] })).status).toBe(422);
    expect((await bulk({ action: "retry", contentItemIds: Array(201).fill(id) })).status).toBe(422);
  });
});
