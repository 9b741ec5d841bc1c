import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as content from "../../../content/[id]/route";
import * as blocks from "../route";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const at = (time: string) => new Date(`2031-05-03T${time}:00.000Z`);

let ada: Actor;
let film: { id: string };
beforeAll(async () => {
  ada = await seedCreator();
  film = await seedReadyContent(ada, { durationMs: minutes(60) });
  await call(content, "PATCH", { as: ada, params: { id: film.id }, body: { breakPoints: [2401.3, 1200] } });
});

const split = (id: string, body: object, as: Actor = ada, headers = {}) =>
  call(route, "POST", { as, params: { id }, body, headers });
const blocksOf = (channel: { id: string }) =>
  db.block.findMany({ where: { channelId: channel.id }, orderBy: { startsAt: "asc" } });

describe("201", () => {
  test("a block is divided at its item's break points, at the nearest segments, and goes on after each break", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, film, at("10:00"), minutes(60));
    const { status, body } = await split(block.id, { durationSeconds: 30 });
    expect(status).toBe(201);
    expect(body.blocks.map((each: { kind: string }) => each.kind)).toEqual([
      "content",
      "ad_break",
      "content",
      "ad_break",
      "content",
    ]);
    expect(body.blocks[0].id).toBe(block.id);
    expect(body.blocks.map((each: { offsetSeconds: number }) => each.offsetSeconds)).toEqual([0, 0, 1200, 0, 2400]);
    expect(body.blocks.at(-1).endsAt).toBe("2031-05-03T11:01:00.000Z");
    expect(await blocksOf(channel)).toHaveLength(5);
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).scheduleVersion).toBe(1);
  });

  test("points may be given; those outside the block make no break", async () => {
    const block = await seedBlock(await seedChannel(ada), film, at("10:00"), minutes(30));
    const { body } = await split(block.id, { durationSeconds: 12.5, points: [600, 2500] });
    expect(body.blocks).toHaveLength(3);
    expect(body.blocks[1]).toMatchObject({ kind: "ad_break", durationSeconds: 12.5, content: null });
  });

  test("a block on air is divided later than what is committed", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, film, new Date(Date.now() - minutes(5)), minutes(50));
    await publishChannel(ada, channel.id);
    expect((await split(block.id, { durationSeconds: 30, points: [1800] })).status).toBe(201);
    expect((await split(block.id, { durationSeconds: 30, points: [301] })).body.error.code).toBe("schedule.locked");
    expect(await blocksOf(channel)).toHaveLength(3);
  });

  test("a part can grow only as far as its content goes on, and a copy keeps where it begins", async () => {
    const block = await seedBlock(await seedChannel(ada), film, at("10:00"), minutes(60));
    const { body } = await split(block.id, { durationSeconds: 30 });
    const last = body.blocks.at(-1);
    const grown = await call(blocks, "PATCH", { as: ada, params: { id: last.id }, body: { durationSeconds: 1201 } });
    expect(grown.body.error).toMatchObject({ code: "schedule.too_long", details: { maxDurationSeconds: 1200 } });
  });
});

describe("404", () => {
  test("an unknown block, and another creator's", async () => {
    const block = await seedBlock(await seedChannel(ada), film, at("10:00"), minutes(60));
    expect((await split(block.id, { durationSeconds: 30 }, await seedCreator())).status).toBe(404);
    expect((await split("not-an-id", { durationSeconds: 30 })).status).toBe(404);
  });
});

describe("409, 412", () => {
  test("where the breaks have no room, nothing changes", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, film, at("10:00"), minutes(60));
    const next = await seedBlock(channel, film, at("11:00"), minutes(60));
    const before = await blocksOf(channel);
    const { status, body } = await split(block.id, { durationSeconds: 30 });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: "schedule.overlap", details: { conflictingBlockId: next.id } });
    expect(await blocksOf(channel)).toEqual(before);
  });

  test("a schedule that changed meanwhile", async () => {
    const block = await seedBlock(await seedChannel(ada), film, at("10:00"), minutes(60));
    const { body } = await split(block.id, { durationSeconds: 30 }, ada, { "If-Match": '"old"' });
    expect(body.error.code).toBe("schedule.changed");
  });
});

describe("422", () => {
  test("no break points, a break itself, a break of no length, and points behind the end of the content", async () => {
    const channel = await seedChannel(ada);
    const plain = await seedBlock(channel, await seedReadyContent(ada), at("10:00"), minutes(1));
    expect((await split(plain.id, { durationSeconds: 30 })).status).toBe(422);
    const adBreak = await seedBlock(channel, null, at("11:00"), minutes(1));
    expect((await split(adBreak.id, { durationSeconds: 30, points: [10] })).status).toBe(422);
    const block = await seedBlock(channel, film, at("12:00"), minutes(60));
    expect((await split(block.id, { durationSeconds: 0 })).status).toBe(422);
    const beyond = { as: ada, params: { id: film.id }, body: { breakPoints: [3600] } };
    expect((await call(content, "PATCH", beyond)).body.error.details.issues[0].path).toEqual(["breakPoints"]);
  });
});
