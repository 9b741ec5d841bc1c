import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import { queue } from "@/server/queue/enqueue";
import { placeBlock } from "@/server/schedule/place-block";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const soon = (ms: number) => new Date(Date.now() + ms);

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const get = (id: string, as: Actor | string = ada) => call(route, "GET", { as, params: { id } });
const patch = (id: string, body: object, as: Actor | string = ada) =>
  call(route, "PATCH", { as, params: { id }, body });
const remove = (id: string, query: Record<string, string> = {}, as: Actor | string = ada) =>
  call(route, "DELETE", { as, params: { id }, query });

describe("200", () => {
  test("the detail adds renditions, captions, source and future blocks", async () => {
    const clip = await seedReadyContent(ada);
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, soon(-minutes(60)), minutes(1));
    const block = await seedBlock(channel, clip, soon(minutes(60)), minutes(1));
    const { body } = await get(clip.id);
    expect(body.renditions.map((r: { name: string; frameRate: number | null }) => [r.name, r.frameRate])).toEqual([
      ["1080p", 30],
      ["720p", 30],
      ["480p", 30],
      ["360p", 30],
      ["audio", null],
    ]);
    expect(body).toMatchObject({ captions: [], source: null, storyboard: null });
    expect(body.usedBy).toEqual([{ channelId: channel.id, blockId: block.id, startsAt: block.startsAt.toISOString() }]);
  });

  test("a poster stands where its shape belongs, at an address without a secret in it", async () => {
    const clip = await seedReadyContent(ada);
    const pictures = {
      thumbnail: { file: "thumbnail.jpg", width: 320, height: 180 },
      poster: { file: "poster.jpg", width: 720, height: 1280 },
    };
    await db.encoding.update({ where: { id: clip.encodingId! }, data: { pictures } });
    const { body } = await get(clip.id);
    const folder = `http://lineup.test/media/${clip.id}/${clip.encodingId}`;
    expect(body.posters.portrait).toMatchObject({ url: `${folder}/poster.jpg`, width: 720, height: 1280 });
    expect(body.posters.landscape).toBeNull();
    expect(body.thumbnailUrl).toBe(`${folder}/thumbnail.jpg`);
  });

  test("a change changes what it names and nothing else, and the search with it", async () => {
    const clip = await seedContent(ada, { title: "Before", description: "kept" });
    const channel = await seedChannel(ada);
    const { body } = await patch(clip.id, {
      title: "  Nächster  ",
      channelId: channel.id,
      tags: ["a", "b"],
      productionYear: 1984,
      language: "pt-br",
      rightsUntil: "2031-01-01T00:00:00+01:00",
    });
    expect(body).toMatchObject({
      title: "Nächster",
      description: "kept",
      channelId: channel.id,
      tags: ["a", "b"],
      productionYear: 1984,
      language: "pt-BR",
      rightsFrom: null,
      rightsUntil: "2030-12-31T23:00:00.000Z",
    });
    expect((await db.contentItem.findUniqueOrThrow({ where: { id: clip.id } })).searchTitle).toBe("nachster");
    expect((await patch(clip.id, { channelId: null, rightsUntil: null })).body).toMatchObject({
      channelId: null,
      rightsUntil: null,
      tags: ["a", "b"],
    });
  });
});

describe("204", () => {
  test("a deleted item is gone for its owner, kept as a row, and its files are put up for removal", async () => {
    const clip = await seedReadyContent(ada);
    expect((await remove(clip.id)).status).toBe(204);
    expect((await get(clip.id)).status).toBe(404);
    expect(await db.contentItem.findUnique({ where: { id: clip.id } })).toMatchObject({
      status: "deleted",
      deletedAt: expect.any(Date),
    });
    expect((await queue("short").getJob(`purge-${clip.id}`))?.data).toEqual({ contentItemId: clip.id });
  });

  test("blocks of the past are no reason to keep it", async () => {
    const clip = await seedReadyContent(ada);
    await seedBlock(await seedChannel(ada), clip, soon(-minutes(60)), minutes(1));
    expect((await remove(clip.id)).status).toBe(204);
  });

  test("with force its future blocks go too, on every channel, and those schedules change", async () => {
    const clip = await seedReadyContent(ada);
    const channels = [await seedChannel(ada), await seedChannel(ada)];
    for (const channel of channels) await seedBlock(channel, clip, soon(minutes(60)), minutes(1));
    expect((await remove(clip.id, { force: "true" })).status).toBe(204);
    expect(await db.block.count({ where: { contentItemId: clip.id } })).toBe(0);
    const rows = await db.channel.findMany({ where: { id: { in: channels.map((channel) => channel.id) } } });
    expect(rows.map((row) => row.scheduleVersion)).toEqual([1, 1]);
  });
});

describe("401, 403", () => {
  test("nobody, and a key that may only read", async () => {
    const clip = await seedContent(ada);
    const token = await seedApiKey(ada, "content:read");
    expect((await call(route, "GET", { params: { id: clip.id } })).status).toBe(401);
    expect((await get(clip.id, token)).status).toBe(200);
    expect((await patch(clip.id, {}, token)).status).toBe(403);
    expect((await remove(clip.id, {}, token)).status).toBe(403);
  });
});

describe("404", () => {
  test("somebody else's, a second delete, an id that is none, a channel of somebody else", async () => {
    const clip = await seedContent(ada);
    const eve = await seedCreator();
    expect((await get(clip.id, eve)).status).toBe(404);
    expect((await patch(clip.id, { title: "mine" }, eve)).status).toBe(404);
    expect((await remove(clip.id, {}, eve)).status).toBe(404);
    expect((await patch(clip.id, { channelId: (await seedChannel(eve)).id })).status).toBe(404);
    await remove(clip.id);
    expect((await remove(clip.id)).status).toBe(404);
    expect((await patch(clip.id, { title: "again" })).status).toBe(404);
    expect((await get("x")).status).toBe(404);
  });
});

describe("409", () => {
  test("an item on the guide names its blocks", async () => {
    const clip = await seedReadyContent(ada);
    const channel = await seedChannel(ada);
    const first = await seedBlock(channel, clip, soon(minutes(60)), minutes(1));
    const second = await seedBlock(channel, clip, soon(minutes(70)), minutes(1));
    const { status, body } = await remove(clip.id);
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: "content.scheduled", details: { blockIds: [first.id, second.id] } });
  });

  test("not even force takes what is on air", async () => {
    const clip = await seedReadyContent(ada);
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, soon(-10_000), minutes(1));
    await publishChannel(ada, channel.id);
    const { status, body } = await remove(clip.id, { force: "true" });
    expect([status, body.error.code]).toEqual([409, "schedule.locked"]);
    expect((await get(clip.id)).status).toBe(200);
  });

  test("placing and deleting at once: never a block of what is deleted", async () => {
    const channel = await seedChannel(ada);
    for (let round = 0; round < 5; round++) {
      const clip = await seedReadyContent(ada, { durationMs: 1000 });
      const place = placeBlock(ada, {
        channelId: channel.id,
        contentItemId: clip.id,
        kind: "content",
        startsAt: soon(minutes(60 + round)).toISOString(),
      });
      const [placed, deleted] = await Promise.allSettled([place, remove(clip.id)]);
      const gone = deleted.status === "fulfilled" && deleted.value.status === 204;
      expect(gone).toBe(placed.status === "rejected");
    }
  });
});

describe("412", () => {
  const edit = (id: string, etag: string, body: object) =>
    call(route, "PATCH", { as: ada, params: { id }, body, headers: { "If-Match": etag } });

  test("an edit of what somebody has edited since is refused, and nothing changes", async () => {
    const clip = await seedContent(ada, { title: "First" });
    const seen = (await get(clip.id)).headers.get("etag")!;
    expect((await edit(clip.id, seen, { title: "Second" })).status).toBe(200);
    const late = await edit(clip.id, seen, { title: "Third" });
    const now = await get(clip.id);
    expect([late.status, late.body.error.code]).toEqual([412, "content.changed"]);
    expect(late.body.error.details.etag).toBe(now.headers.get("etag"));
    expect(now.body.title).toBe("Second");
  });

  test("a delete too, with force as well", async () => {
    const clip = await seedContent(ada);
    const refused = await call(route, "DELETE", {
      as: ada,
      params: { id: clip.id },
      query: { force: "true" },
      headers: { "If-Match": '"stale"' },
    });
    expect([refused.status, refused.body.error.code]).toEqual([412, "content.changed"]);
    expect((await get(clip.id)).status).toBe(200);
  });

  test("the reply to an edit has the entity tag for the next", async () => {
    const clip = await seedContent(ada);
    const first = await edit(clip.id, "*", { title: "One" });
    const second = await edit(clip.id, first.headers.get("etag")!, { title: "Two" });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers.get("etag")).toBe((await get(clip.id)).headers.get("etag"));
  });

  test("progress and views cost nobody an edit", async () => {
    const clip = await seedContent(ada);
    const seen = (await get(clip.id)).headers.get("etag");
    await db.contentItem.update({
      where: { id: clip.id },
      data: { progressPercent: 40, views: 7, status: "transcoding" },
    });
    expect((await get(clip.id)).headers.get("etag")).toBe(seen);
  });

  test("of two edits at once with the same entity tag one is refused", async () => {
    const clip = await seedContent(ada);
    const seen = (await get(clip.id)).headers.get("etag")!;
    const both = await Promise.all([edit(clip.id, seen, { title: "A" }), edit(clip.id, seen, { title: "B" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe("422", () => {
  test.each([
    ["an empty title", { title: " " }, "title"],
    ["a long description", { description: "x".repeat(5001) }, "description"],
    ["too many tags", { tags: Array(51).fill("x") }, "tags"],
    ["a language that is none", { language: "not a tag" }, "language"],
    [
      "rights that end before they begin",
      { rightsFrom: "2031-01-02T00:00:00Z", rightsUntil: "2031-01-01T00:00:00Z" },
      "rightsUntil",
    ],
    ["what cannot be changed", { status: "ready" }, "status"],
  ])("%s", async (_, changes, path) => {
    const { status, body } = await patch((await seedContent(ada)).id, changes);
    expect(status).toBe(422);
    expect(body.error.details.issues[0].path).toEqual([path]);
  });
});
