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
const soon = (ms: number) => new Date(Date.now() + ms);

let ada: Actor;
let clip: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  clip = await seedReadyContent(ada, { durationMs: minutes(60) });
});

const patch = (id: string, body: object, as: Actor | string = ada, headers = {}) =>
  call(route, "PATCH", { as, params: { id }, body, headers });
const remove = (id: string, as: Actor | string = ada, headers = {}) =>
  call(route, "DELETE", { as, params: { id }, headers });

/** A channel on the air with a block that plays now and one in an hour. */
async function onAir() {
  const channel = await seedChannel(ada);
  const playing = await seedBlock(channel, clip, soon(-minutes(10)), minutes(30));
  const later = await seedBlock(channel, clip, soon(minutes(60)), minutes(30));
  await publishChannel(ada, channel.id);
  return { channel, playing, later };
}

describe("200", () => {
  test("a move keeps the length", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const { status, body } = await patch(block.id, { startsAt: "2031-05-03T11:00:00Z" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: block.id, startsAt: at("11:00").toISOString(), durationSeconds: 1800 });
  });

  test("a block may move onto a part of itself", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    expect((await patch(block.id, { startsAt: at("10:10").toISOString() })).status).toBe(200);
  });

  test("a resize keeps the start", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const { body } = await patch(block.id, { durationSeconds: 3600 });
    expect(body).toMatchObject({ startsAt: at("10:00").toISOString(), endsAt: at("11:00").toISOString() });
  });

  test("a swap keeps the length where the new content is long enough, else takes the content's", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const long = await seedReadyContent(ada, { durationMs: minutes(45) });
    const short = await seedReadyContent(ada, { durationMs: minutes(5) });
    expect((await patch(block.id, { contentItemId: long.id })).body).toMatchObject({
      durationSeconds: 1800,
      content: { id: long.id },
    });
    expect((await patch(block.id, { contentItemId: short.id })).body.durationSeconds).toBe(300);
    expect((await patch(block.id, { contentItemId: long.id, durationSeconds: 2700 })).body.durationSeconds).toBe(2700);
  });

  test("a block may become a break and content again", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    expect((await patch(block.id, { kind: "ad_break" })).body).toMatchObject({ kind: "ad_break", content: null });
    const again = await patch(block.id, { kind: "filler", contentItemId: clip.id });
    expect(again.body).toMatchObject({ kind: "filler", content: { id: clip.id }, durationSeconds: 1800 });
  });

  test("a block may go to another channel; both etags change", async () => {
    const [from, to] = [await seedChannel(ada), await seedChannel(ada)];
    const block = await seedBlock(from, clip, at("10:00"), minutes(30));
    expect((await patch(block.id, { channelId: to.id })).body.channelId).toBe(to.id);
    const versions = await db.channel.findMany({ where: { id: { in: [from.id, to.id] } } });
    expect(versions.map((channel) => channel.scheduleVersion)).toEqual([1, 1]);
  });

  test("an edit that changes nothing leaves the etag alone", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    expect((await patch(block.id, { durationSeconds: 1800 })).status).toBe(200);
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).scheduleVersion).toBe(0);
  });

  test("a block on air may be made to end earlier", async () => {
    const { playing } = await onAir();
    const { status, body } = await patch(playing.id, { durationSeconds: 15 * 60 });
    expect([status, body.durationSeconds]).toEqual([200, 900]);
  });
});

describe("204", () => {
  test("a removed block is gone, its content is not", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    expect((await remove(block.id)).status).toBe(204);
    expect(await db.block.findUnique({ where: { id: block.id } })).toBeNull();
    expect(await db.contentItem.findUnique({ where: { id: clip.id } })).not.toBeNull();
  });
});

describe("401, 403", () => {
  test("nobody, and a key that may only read", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    expect((await call(route, "DELETE", { params: { id: block.id } })).status).toBe(401);
    const token = await seedApiKey(ada, "schedule:read");
    expect((await remove(block.id, token)).body.error.details.requiredScope).toBe("schedule:write");
    expect((await patch(block.id, {}, token)).status).toBe(403);
  });

  test("a page of another site cannot use the session", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    for (const Origin of ["https://evil.example", "null", ""]) {
      expect((await remove(block.id, ada, { Origin })).body.error.code).toBe("auth.csrf");
    }
  });
});

describe("404", () => {
  test("a block of somebody else, one that is gone, and an id that is none", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const eve = await seedCreator();
    expect((await patch(block.id, { durationSeconds: 60 }, eve)).status).toBe(404);
    expect((await remove(block.id, eve)).status).toBe(404);
    await remove(block.id);
    expect((await remove(block.id)).status).toBe(404);
    expect((await remove("not-an-id")).status).toBe(404);
  });

  test("a channel or content of somebody else to move to", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const eve = await seedCreator();
    expect((await patch(block.id, { channelId: (await seedChannel(eve)).id })).status).toBe(404);
    expect((await patch(block.id, { contentItemId: (await seedReadyContent(eve)).id })).status).toBe(404);
  });
});

describe("409", () => {
  test("a move onto another block", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    const other = await seedBlock(channel, clip, at("11:00"), minutes(30));
    const { status, body } = await patch(block.id, { startsAt: at("10:45").toISOString() });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: "schedule.overlap", details: { conflictingBlockId: other.id } });
  });

  test("a block on air cannot be removed, moved, lengthened or swapped, nor end in what is committed", async () => {
    const { playing } = await onAir();
    const other = await seedReadyContent(ada, { durationMs: minutes(60) });
    const refused = [
      await remove(playing.id),
      await patch(playing.id, { startsAt: soon(minutes(120)).toISOString() }),
      await patch(playing.id, { durationSeconds: 40 * 60 }),
      await patch(playing.id, { contentItemId: other.id }),
      await patch(playing.id, { durationSeconds: 10 * 60 + 20 }),
    ];
    for (const { status, body } of refused) {
      expect([status, body.error.code]).toEqual([409, "schedule.locked"]);
      expect(Date.parse(body.error.details.editableFrom)).toBeGreaterThan(Date.now() + 55_000);
    }
  });

  test("a later block cannot move into what is committed, on this channel or another", async () => {
    const { channel, later } = await onAir();
    const other = await seedBlock(await seedChannel(ada), clip, soon(20_000), 20_000);
    expect((await patch(later.id, { startsAt: soon(30_000).toISOString() })).body.error.code).toBe("schedule.locked");
    expect((await patch(other.id, { channelId: channel.id })).body.error.code).toBe("schedule.locked");
  });

  test("a swap for content that is not ready", async () => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const failed = await seedContent(ada, { status: "failed" });
    expect((await patch(block.id, { contentItemId: failed.id })).body.error.code).toBe("schedule.content_not_ready");
  });

  test("a move beyond the rights of the content; it may still be made shorter where they have ended", async () => {
    const leased = await seedReadyContent(ada, { durationMs: minutes(60) });
    await db.contentItem.update({ where: { id: leased.id }, data: { rightsUntil: at("11:00") } });
    const block = await seedBlock(await seedChannel(ada), leased, at("10:00"), minutes(60));
    const { body } = await patch(block.id, { startsAt: at("10:01").toISOString() });
    expect(body.error).toMatchObject({ code: "schedule.content_not_schedulable", details: { reason: "rights" } });
    await db.contentItem.update({ where: { id: leased.id }, data: { rightsUntil: at("09:00") } });
    expect((await patch(block.id, { durationSeconds: 60 })).status).toBe(200);
  });

  test("two blocks that change channels at once do not wait for each other for ever", async () => {
    const [left, right] = [await seedChannel(ada), await seedChannel(ada)];
    const going = await seedBlock(left, clip, at("10:00"), minutes(30));
    const coming = await seedBlock(right, clip, at("12:00"), minutes(30));
    const answers = await Promise.all([
      patch(going.id, { channelId: right.id }),
      patch(coming.id, { channelId: left.id }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  });
});

describe("412", () => {
  test("an etag of before somebody else's change", async () => {
    const channel = await seedChannel(ada);
    const block = await seedBlock(channel, clip, at("10:00"), minutes(30));
    const stale = { "If-Match": `"${channel.id}.0"` };
    await patch(block.id, { durationSeconds: 60 });
    expect((await patch(block.id, { durationSeconds: 90 }, ada, stale)).status).toBe(412);
    expect((await remove(block.id, ada, stale)).body.error.code).toBe("schedule.changed");
  });
});

describe("422", () => {
  test.each([
    ["nothing to change", {}, "request.invalid"],
    ["longer than the content", { durationSeconds: 3601 }, "schedule.too_long"],
    [
      "a break with content",
      { kind: "ad_break", contentItemId: "01936f4e-0000-7000-8000-000000000000" },
      "request.invalid",
    ],
    ["an unknown field", { endsAt: "2031-05-03T11:00:00Z" }, "request.invalid"],
  ])("%s", async (_, changes, code) => {
    const block = await seedBlock(await seedChannel(ada), clip, at("10:00"), minutes(30));
    const { status, body } = await patch(block.id, changes);
    expect([status, body.error.code]).toEqual([422, code]);
  });

  test("a break cannot take content without saying what it becomes", async () => {
    const pause = await seedBlock(await seedChannel(ada), null, at("10:00"), minutes(5));
    expect((await patch(pause.id, { contentItemId: clip.id })).status).toBe(422);
    expect((await patch(pause.id, { kind: "content" })).status).toBe(422);
  });
});
