import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const at = (time: string, day = 3) => new Date(`2031-05-0${day}T${time}:00.000Z`);
const monday = { from: "2031-05-03T00:00:00Z", to: "2031-05-04T00:00:00Z" };

let ada: Actor;
let clip: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  clip = await seedReadyContent(ada, { durationMs: minutes(60) });
});

const copy = (channelId: string, fields: object = {}, as: Actor | string = ada, headers = {}) =>
  call(route, "POST", { as, headers, body: { channelId, ...monday, targetFrom: "2031-05-05T00:00:00Z", ...fields } });

describe("201", () => {
  test("blocks that start inside are copied whole, to the same times of the target", async () => {
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, at("23:30", 2), minutes(60));
    await seedBlock(channel, clip, at("08:00"), minutes(30));
    await seedBlock(channel, null, at("08:30"), minutes(2));
    await seedBlock(channel, clip, at("23:30"), minutes(60));
    const { status, body } = await copy(channel.id);
    expect(status).toBe(201);
    expect(
      body.blocks.map((b: { startsAt: string; durationSeconds: number; kind: string }) => [
        b.startsAt,
        b.durationSeconds,
        b.kind,
      ]),
    ).toEqual([
      [at("08:00", 5).toISOString(), 1800, "content"],
      [at("08:30", 5).toISOString(), 120, "ad_break"],
      [at("23:30", 5).toISOString(), 3600, "content"],
    ]);
  });

  test("the target may overlap its source as long as no blocks collide", async () => {
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, at("08:00"), minutes(30));
    const { status, body } = await copy(channel.id, { targetFrom: "2031-05-03T00:30:00Z" });
    expect([status, body.blocks[0].startsAt]).toEqual([201, at("08:30").toISOString()]);
  });

  test("an empty stretch copies nothing and leaves the etag alone", async () => {
    const channel = await seedChannel(ada);
    expect((await copy(channel.id)).body).toEqual({ blocks: [], leftOut: [] });
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).scheduleVersion).toBe(0);
  });
});

describe("201 with keepLocalTime", () => {
  const starts = (body: { blocks: { startsAt: string }[] }) => body.blocks.map((b) => b.startsAt.slice(5, 16));

  test("a day keeps its local times over the change of the clocks, and what the lost hour leaves out is named", async () => {
    const channel = await seedChannel(ada, { timezone: "Europe/Berlin" });
    await seedBlock(channel, clip, new Date("2031-03-23T01:00:00Z"), minutes(60));
    await seedBlock(channel, clip, new Date("2031-03-23T02:00:00Z"), minutes(60));
    await seedBlock(channel, null, new Date("2031-03-23T19:15:00Z"), minutes(2));
    const sunday = { from: "2031-03-22T23:00:00Z", to: "2031-03-23T23:00:00Z", targetFrom: "2031-03-29T23:00:00Z" };
    const { status, body } = await copy(channel.id, { ...sunday, keepLocalTime: true });
    expect([status, starts(body)]).toEqual([201, ["03-30T01:00", "03-30T18:15"]]);
    expect(body.leftOut).toMatchObject([{ title: "Clip", contentItemId: clip.id, reason: "clocks_changed" }]);
  });

  test("without it a copy is moved by elapsed time", async () => {
    const channel = await seedChannel(ada, { timezone: "Europe/Berlin" });
    await seedBlock(channel, clip, new Date("2031-03-29T19:15:00Z"), minutes(60));
    const day = { from: "2031-03-28T23:00:00Z", to: "2031-03-29T23:00:00Z", targetFrom: "2031-03-30T22:00:00Z" };
    expect(starts((await copy(channel.id, day)).body)).toEqual(["03-31T18:15"]);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key without the scope, somebody else", async () => {
    const channel = await seedChannel(ada);
    expect((await call(route, "POST", { body: {} })).status).toBe(401);
    expect((await copy(channel.id, {}, await seedApiKey(ada, "content:write"))).status).toBe(403);
    expect((await copy(channel.id, {}, await seedCreator())).status).toBe(404);
  });
});

describe("409", () => {
  test("one block in the way and nothing is copied", async () => {
    const channel = await seedChannel(ada);
    await seedBlock(channel, clip, at("08:00"), minutes(30));
    await seedBlock(channel, clip, at("12:00"), minutes(30));
    const taken = await seedBlock(channel, clip, at("12:15", 5), minutes(30));
    const { status, body } = await copy(channel.id);
    expect(status).toBe(409);
    const conflict = { blockId: taken.id, title: "Clip", startsAt: at("12:15", 5).toISOString() };
    expect(body.error).toMatchObject({
      code: "schedule.overlap",
      details: { conflictingBlockId: taken.id, conflicts: [conflict], total: 1 },
    });
    expect(await db.block.count({ where: { channelId: channel.id } })).toBe(3);
  });

  test("a target before the end of what is committed", async () => {
    const channel = await seedChannel(ada);
    await publishChannel(ada, channel.id);
    const { body } = await copy(channel.id, { targetFrom: new Date(Date.now() + 30_000).toISOString() });
    expect(body.error.code).toBe("schedule.locked");
  });

  test("a target that the rights of an item do not allow", async () => {
    const channel = await seedChannel(ada);
    const leased = await seedReadyContent(ada, { durationMs: minutes(60) });
    await db.contentItem.update({ where: { id: leased.id }, data: { rightsUntil: at("08:15", 5) } });
    await seedBlock(channel, leased, at("08:00"), minutes(30));
    const { body } = await copy(channel.id);
    expect(body.error).toMatchObject({
      code: "schedule.content_not_schedulable",
      details: { contentItemId: leased.id, rightsUntil: at("08:15", 5).toISOString() },
    });
    expect(await db.block.count({ where: { channelId: channel.id } })).toBe(1);
  });

  test("content that is not there any more", async () => {
    const channel = await seedChannel(ada);
    await seedBlock(channel, await seedContent(ada, { status: "deleted" }), at("08:00"), minutes(30));
    expect((await copy(channel.id)).body.error.code).toBe("schedule.content_not_ready");
  });
});

describe("412, 422", () => {
  test("a stale etag, a backwards window, one of more than 31 days", async () => {
    const channel = await seedChannel(ada);
    expect((await copy(channel.id, {}, ada, { "If-Match": '"old"' })).status).toBe(412);
    expect((await copy(channel.id, { to: "2031-05-02T00:00:00Z" })).status).toBe(422);
    expect((await copy(channel.id, { to: "2031-06-04T00:00:00Z" })).status).toBe(422);
  });
});
