import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const get = (id: string, as: Actor | string = ada) => call(route, "GET", { as, params: { id } });
const patch = (id: string, body: object, as: Actor | string = ada) =>
  call(route, "PATCH", { as, params: { id }, body });
const remove = (id: string, as: Actor | string = ada) => call(route, "DELETE", { as, params: { id } });

describe("200", () => {
  test("a change changes what it names; the address stays", async () => {
    const channel = await seedChannel(ada, { name: "Before" });
    const clip = await seedReadyContent(ada);
    const changes = {
      name: "After",
      description: "All day",
      kind: "loop",
      category: "news",
      timezone: "Europe/Berlin",
      cpmMinor: 250,
      currency: "EUR",
      filler: { contentItemIds: [clip.id], tags: ["ident"] },
      autofill: { enabled: true, daysAhead: 3, strategy: "sequential", tags: ["series"], avoidRepeatHours: 12 },
      loopOrder: [clip.id],
    };
    const { status, body } = await patch(channel.id, changes);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...changes, id: channel.id, slug: channel.slug, status: "draft" });
    expect((await patch(channel.id, {})).body).toMatchObject(changes);
    expect((await get(channel.id)).body).toMatchObject(changes);
  });
});

describe("204", () => {
  test("a draft goes with its blocks; its content stays in the library", async () => {
    const channel = await seedChannel(ada);
    const clip = await seedReadyContent(ada);
    await db.contentItem.update({ where: { id: clip.id }, data: { channelId: channel.id } });
    await seedBlock(channel, clip, new Date(), 1000);
    expect((await remove(channel.id)).status).toBe(204);
    expect(await db.contentItem.findUnique({ where: { id: clip.id } })).toMatchObject({ channelId: null });
    expect((await get(channel.id)).status).toBe(404);
    expect((await remove(channel.id)).status).toBe(404);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else, an id that is none", async () => {
    const { id } = await seedChannel(ada);
    const token = await seedApiKey(ada, "channel:read");
    const eve = await seedCreator();
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect((await patch(id, {}, token)).status).toBe(403);
    expect((await remove(id, token)).status).toBe(403);
    expect((await get(id, eve)).status).toBe(404);
    expect((await patch(id, { name: "mine" }, eve)).status).toBe(404);
    expect((await remove(id, eve)).status).toBe(404);
    expect((await get("x")).status).toBe(404);
  });

  test("filler that is not the caller's", async () => {
    const { id } = await seedChannel(ada);
    const foreign = await seedReadyContent(await seedCreator());
    const rule = { enabled: true, daysAhead: 1, strategy: "shuffle" };
    expect((await patch(id, { filler: { contentItemIds: [foreign.id] } })).status).toBe(404);
    expect((await patch(id, { filler: { contentGroupIds: [foreign.id] } })).status).toBe(404);
    expect((await patch(id, { autofill: { ...rule, contentItemIds: [foreign.id] } })).status).toBe(404);
    expect((await patch(id, { autofill: { ...rule, contentGroupIds: [foreign.id] } })).status).toBe(404);
    expect((await patch(id, { loopOrder: [foreign.id] })).status).toBe(404);
  });

  test("a content group of one's own is accepted", async () => {
    const { id } = await seedChannel(ada);
    const group = await db.contentGroup.create({ data: { ownerId: ada.userId, name: "Idents", kind: "static" } });
    const filler = { contentGroupIds: [group.id] };
    const autofill = { enabled: true, daysAhead: 1, strategy: "shuffle", contentGroupIds: [group.id] };
    const { status, body } = await patch(id, { filler, autofill });
    expect([status, body.filler, body.autofill]).toEqual([200, filler, autofill]);
  });
});

describe("409", () => {
  test("a channel on the air cannot be deleted", async () => {
    const { id } = await seedChannel(ada);
    await publishChannel(ada, id);
    expect((await remove(id)).body.error.code).toBe("channel.published");
  });
});

describe("422", () => {
  test.each([
    ["an empty name", { name: "" }, "name"],
    ["a currency that is none", { currency: "euro" }, "currency"],
    ["a negative price", { cpmMinor: -1 }, "cpmMinor"],
    ["a status by hand", { status: "published" }, "status"],
    ["an unknown part of the filler", { filler: { colour: "red" } }, "filler.colour"],
  ])("%s", async (_, changes, path) => {
    const { status, body } = await patch((await seedChannel(ada)).id, changes);
    expect(status).toBe(422);
    expect(body.error.details.issues[0].path.join(".")).toBe(path);
  });
});
