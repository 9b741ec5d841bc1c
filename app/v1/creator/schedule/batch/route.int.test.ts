import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const at = (time: string) => new Date(`2031-05-03T${time}:00.000Z`);
const iso = (time: string) => at(time).toISOString();

let ada: Actor;
let clip: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  clip = await seedReadyContent(ada, { durationMs: minutes(60) });
});

const batch = (edits: object[], as: Actor | string = ada, headers = {}) =>
  call(route, "POST", { as, headers, body: { edits } });
const place = (channelId: string, time: string, fields: object = {}) => ({
  op: "place",
  channelId,
  contentItemId: clip.id,
  startsAt: iso(time),
  durationSeconds: 1800,
  ...fields,
});
const move = (blockId: string, time: string, fields: object = {}) => ({
  op: "change",
  blockId,
  startsAt: iso(time),
  ...fields,
});
const guide = async (channelId: string) =>
  (await db.block.findMany({ where: { channelId }, orderBy: { startsAt: "asc" } })).map((block) => [
    block.startsAt.toISOString().slice(11, 16),
    (block.endsAt.getTime() - block.startsAt.getTime()) / 60_000,
  ]);

describe("200", () => {
  test("blocks are placed, changed and removed together, and the answer names the new entity tags", async () => {
    const [one, two] = [await seedChannel(ada), await seedChannel(ada)];
    const kept = await seedBlock(one, clip, at("10:00"), minutes(30));
    const gone = await seedBlock(one, clip, at("11:00"), minutes(30));
    const id = uuidv7();
    const edits = [
      place(one.id, "12:00", { id, offsetSeconds: 600 }),
      move(kept.id, "11:00", { channelId: two.id }),
      { op: "remove", blockId: gone.id },
    ];
    const { status, body } = await batch(edits);
    expect(status).toBe(200);
    expect(body.blocks.map((block: { id: string }) => block.id)).toEqual([id, kept.id]);
    expect(body.blocks[0]).toMatchObject({ offsetSeconds: 600, durationSeconds: 1800 });
    expect(body.schedules).toEqual(
      [one, two]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((channel) => ({ channelId: channel.id, etag: `"${channel.id}.1"` })),
    );
    expect([await guide(one.id), await guide(two.id)]).toEqual([[["12:00", 30]], [["11:00", 30]]]);
  });

  test("two blocks may change places, and a whole run may shift onto itself", async () => {
    const channel = await seedChannel(ada);
    const first = await seedBlock(channel, clip, at("10:00"), minutes(30));
    const second = await seedBlock(channel, clip, at("10:30"), minutes(30));
    expect((await batch([move(first.id, "10:30"), move(second.id, "10:00")])).status).toBe(200);
    expect((await batch([move(first.id, "10:50"), move(second.id, "10:20")])).status).toBe(200);
    expect(await guide(channel.id)).toEqual([
      ["10:20", 30],
      ["10:50", 30],
    ]);
  });

  test("what was removed comes back under its own id", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    await batch([{ op: "remove", blockId: block.id }]);
    expect((await batch([place(channel.id, "10:00", { id: block.id })])).body.blocks[0].id).toBe(block.id);
  });

  test("edits that change nothing leave the entity tag alone", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    const { body } = await batch([move(block.id, "10:00")]);
    expect(body.schedules).toEqual([{ channelId: channel.id, etag: `"${channel.id}.0"` }]);
  });

  test("If-Match may name several schedules", async () => {
    const [one, two] = [await seedChannel(ada), await seedChannel(ada)];
    const headers = { "If-Match": `"${one.id}.0", "${two.id}.0"` };
    expect((await batch([place(one.id, "10:00"), place(two.id, "10:00")], ada, headers)).status).toBe(200);
  });
});

describe("403", () => {
  test("a key without schedule:write may not edit", async () => {
    const channel = await seedChannel(ada);
    const key = await seedApiKey(ada, "schedule:read");
    expect((await batch([place(channel.id, "10:00")], key)).status).toBe(403);
  });
});

describe("404", () => {
  test("somebody else's channel, content and block look like none, and nothing is done", async () => {
    const eve = await seedCreator();
    const theirs = await seedChannel(eve);
    const block = await seedBlock(theirs, null, at("10:00"), minutes(2));
    const mine = await seedChannel(ada);
    expect((await batch([place(theirs.id, "12:00")])).status).toBe(404);
    expect((await batch([place(mine.id, "12:00"), { op: "remove", blockId: block.id }])).status).toBe(404);
    const foreign = await seedReadyContent(eve);
    expect((await batch([place(mine.id, "12:00", { contentItemId: foreign.id })])).status).toBe(404);
    expect([await guide(mine.id), await guide(theirs.id)]).toEqual([[], [["10:00", 2]]]);
  });
});

describe("409", () => {
  test("one edit in the way refuses all, and every refusal is named", async () => {
    const channel = await seedChannel(ada);
    const standing = await seedBlock(channel, clip, at("10:00"), minutes(30));
    const edits = [place(channel.id, "12:00"), place(channel.id, "10:15"), place(channel.id, "09:45")];
    const { status, body } = await batch(edits);
    expect([status, body.error.code]).toEqual([409, "schedule.overlap"]);
    expect(body.error.details.conflictingBlockId).toBe(standing.id);
    expect(body.error.details.refusals.map((one: { edit: number }) => one.edit)).toEqual([1, 2]);
    expect(await guide(channel.id)).toEqual([["10:00", 30]]);
  });

  test("two new blocks of one batch must not overlap", async () => {
    const channel = await seedChannel(ada);
    const { body } = await batch([place(channel.id, "10:00"), place(channel.id, "10:29")]);
    expect(body.error.details.refusals).toHaveLength(2);
  });

  test("content that is not ready, and what is committed, are refused each by its own reason", async () => {
    const channel = await seedChannel(ada);
    const soon = new Date(Date.now() - minutes(5));
    const playing = await seedBlock(channel, clip, soon, minutes(30));
    await publishChannel(ada, channel.id);
    const raw = await seedContent(ada, { status: "transcoding" });
    const { status, body } = await batch([
      place(channel.id, "10:00", { contentItemId: raw.id }),
      move(playing.id, "12:00"),
    ]);
    expect(status).toBe(409);
    expect(body.error.details.refusals.map((one: { code: string }) => one.code)).toEqual([
      "schedule.content_not_ready",
      "schedule.locked",
    ]);
  });
});

describe("412", () => {
  test("a tag that is out of date, or of one channel only, refuses all", async () => {
    const [one, two] = [await seedChannel(ada), await seedChannel(ada)];
    const edits = [place(one.id, "10:00"), place(two.id, "10:00")];
    expect((await batch(edits, ada, { "If-Match": `"${one.id}.0"` })).status).toBe(412);
    expect((await batch(edits, ada, { "If-Match": `"${one.id}.7", "${two.id}.0"` })).status).toBe(412);
    expect(await guide(one.id)).toEqual([]);
  });
});

describe("422", () => {
  test("no edits, two edits of one block, an id in use, a start beyond the content", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    expect((await batch([])).status).toBe(422);
    expect((await batch([move(block.id, "11:00"), { op: "remove", blockId: block.id }])).status).toBe(422);
    expect((await batch([place(channel.id, "12:00", { id: block.id })])).status).toBe(422);
    expect((await batch([place(channel.id, "12:00", { offsetSeconds: 3599.5 })])).status).toBe(422);
    expect((await batch([place(channel.id, "12:00", { offsetSeconds: 2000 })])).body.error.code).toBe(
      "schedule.too_long",
    );
  });
});
