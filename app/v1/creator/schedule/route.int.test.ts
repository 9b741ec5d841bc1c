import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const DAY = "2031-05-03";
const at = (time: string) => new Date(`${DAY}T${time}:00.000Z`);
const wholeDay = { from: `${DAY}T00:00:00Z`, to: "2031-05-04T00:00:00Z" };

let ada: Actor;
let channel: { id: string };
let clip: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  channel = await seedChannel(ada);
  clip = await seedReadyContent(ada, { title: "Episode 1", durationMs: minutes(30) });
});

const place = (fields: object, as: Actor | string = ada, headers = {}) =>
  call(route, "POST", {
    as,
    headers,
    body: { channelId: channel.id, contentItemId: clip.id, kind: "content", ...fields },
  });
const read = (query: object, as: Actor | string = ada) =>
  call(route, "GET", { as, query: { channelId: channel.id, ...query } });

describe("200", () => {
  test("a window shows its blocks with their content, and every gap", async () => {
    const own = await seedChannel(ada);
    const block = await seedBlock(own, clip, at("14:00"), minutes(30));
    const { status, body, headers } = await read({ ...wholeDay, channelId: own.id });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      channelId: own.id,
      from: `${DAY}T00:00:00.000Z`,
      to: "2031-05-04T00:00:00.000Z",
      total: 1,
      editableFrom: null,
      blocks: [
        {
          id: block.id,
          startsAt: `${DAY}T14:00:00.000Z`,
          endsAt: `${DAY}T14:30:00.000Z`,
          durationSeconds: 1800,
          kind: "content",
          content: { id: clip.id, title: "Episode 1", status: "ready" },
        },
      ],
      gaps: [
        { from: `${DAY}T00:00:00.000Z`, to: `${DAY}T14:00:00.000Z` },
        { from: `${DAY}T14:30:00.000Z`, to: "2031-05-04T00:00:00.000Z" },
      ],
    });
    expect(headers.get("ETag")).toBe(body.etag);
  });

  test("a block that began before the window is part of it", async () => {
    const own = await seedChannel(ada);
    const earlier = await seedBlock(own, clip, at("09:00"), minutes(30));
    const running = await seedBlock(own, clip, at("09:50"), minutes(30));
    const { body } = await read({ channelId: own.id, from: at("10:00").toISOString(), to: at("11:00").toISOString() });
    expect(body.blocks.map((block: { id: string }) => block.id)).toEqual([running.id]);
    expect(body.gaps).toEqual([{ from: at("10:20").toISOString(), to: at("11:00").toISOString() }]);
    expect(body.blocks).not.toContainEqual(expect.objectContaining({ id: earlier.id }));
  });

  test("a block of the past outlives its deleted content", async () => {
    const own = await seedChannel(ada);
    const gone = await seedContent(ada, { status: "deleted" });
    await seedBlock(own, gone, at("10:00"), minutes(10));
    const { body } = await read({ ...wholeDay, channelId: own.id });
    expect(body.blocks[0].content.status).toBe("deleted");
  });

  test("on the air, editableFrom lies about a minute ahead and the next edit keeps to it", async () => {
    const own = await seedChannel(ada);
    await publishChannel(ada, own.id);
    const { body } = await read({ ...wholeDay, channelId: own.id });
    const aheadMs = Date.parse(body.editableFrom) - Date.now();
    expect(aheadMs).toBeGreaterThan(59_000);
    expect(aheadMs).toBeLessThan(90_000);
    const { status } = await place({ channelId: own.id, startsAt: body.editableFrom, durationSeconds: 60 });
    expect(status).toBe(201);
  });

  test("the etag changes exactly when the channel's blocks change", async () => {
    const own = await seedChannel(ada);
    const etag = async () => (await read({ ...wholeDay, channelId: own.id })).body.etag;
    const first = await etag();
    await place({ channelId: own.id, startsAt: at("10:00").toISOString() });
    const second = await etag();
    await place({ channelId: own.id, startsAt: at("10:10").toISOString() });
    expect(second).not.toBe(first);
    expect(await etag()).toBe(second);
  });
});

describe("201", () => {
  test("a block lasts as long as its content unless told otherwise", async () => {
    const whole = await place({ startsAt: `${DAY}T00:00:00Z` });
    const part = await place({ startsAt: `${DAY}T02:30:00+02:00`, durationSeconds: 90.125 });
    expect(whole).toMatchObject({ status: 201, body: { durationSeconds: 1800, channelId: channel.id } });
    expect(part).toMatchObject({ status: 201, body: { durationSeconds: 90.125, startsAt: at("00:30").toISOString() } });
    expect(part.body.content.id).toBe(clip.id);
  });

  test("blocks may touch", async () => {
    await place({ startsAt: at("03:30").toISOString() });
    expect((await place({ startsAt: at("03:00").toISOString() })).status).toBe(201);
    expect((await place({ startsAt: at("04:00").toISOString() })).status).toBe(201);
  });

  test("a break needs no content; kind is content unless told otherwise", async () => {
    const pause = await place({
      startsAt: at("05:00").toISOString(),
      kind: "ad_break",
      contentItemId: undefined,
      durationSeconds: 120,
    });
    const plain = await place({ startsAt: at("05:02").toISOString(), kind: undefined });
    expect(pause).toMatchObject({ status: 201, body: { kind: "ad_break", content: null, durationSeconds: 120 } });
    expect(plain).toMatchObject({ status: 201, body: { kind: "content" } });
  });

  test("an API key with the scope may place, and a draft may be filled in the past", async () => {
    const token = await seedApiKey(ada, "schedule:write");
    expect((await place({ startsAt: "2020-01-01T00:00:00Z" }, token)).status).toBe(201);
  });

  test("If-Match with the current etag passes, with or without its quotes", async () => {
    const own = await seedChannel(ada);
    const { etag } = (await read({ ...wholeDay, channelId: own.id })).body;
    const first = await place({ channelId: own.id, startsAt: at("01:00").toISOString() }, ada, { "If-Match": etag });
    const next = (await read({ ...wholeDay, channelId: own.id })).body.etag.replaceAll('"', "");
    const second = await place({ channelId: own.id, startsAt: at("02:00").toISOString() }, ada, { "If-Match": next });
    expect([first.status, second.status]).toEqual([201, 201]);
  });
});

describe("400", () => {
  test("a query without its required parameters names the one that is missing", async () => {
    const { status, body } = await call(route, "GET", {
      as: ada,
      query: { channelId: channel.id, from: wholeDay.from },
    });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "request.missing_parameter", details: { parameter: "to" } });
  });

  test("a body that is no JSON", async () => {
    const { status, body } = await call(route, "POST", { as: ada, body: "{" });
    expect([status, body.error.code]).toEqual([400, "request.malformed"]);
  });
});

describe("401", () => {
  test("nobody may read or place", async () => {
    expect((await call(route, "GET", {})).body.error.code).toBe("auth.unauthenticated");
    expect((await call(route, "POST", { body: {} })).status).toBe(401);
  });
});

describe("403", () => {
  test("a key without the scope is told which one it lacks", async () => {
    const token = await seedApiKey(ada, "schedule:read");
    const { status, body } = await place({ startsAt: at("20:00").toISOString() }, token);
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      code: "auth.insufficient_scope",
      details: { requiredScope: "schedule:write" },
    });
  });
});

describe("404", () => {
  test("somebody else's channel and content look as if they were not there", async () => {
    const eve = await seedCreator();
    const foreign = await seedReadyContent(eve);
    expect((await read(wholeDay, eve)).status).toBe(404);
    expect((await place({ startsAt: at("20:00").toISOString() }, eve)).status).toBe(404);
    expect((await place({ startsAt: at("20:00").toISOString(), contentItemId: foreign.id })).status).toBe(404);
  });

  test("deleted content", async () => {
    const gone = await seedContent(ada, { status: "deleted" });
    expect((await place({ startsAt: at("20:00").toISOString(), contentItemId: gone.id })).status).toBe(404);
  });
});

describe("409", () => {
  test("an occupied slot names the block in the way", async () => {
    const own = await seedChannel(ada);
    const taken = await seedBlock(own, clip, at("12:00"), minutes(30));
    for (const startsAt of ["11:59", "12:00", "12:29"]) {
      const { status, body } = await place({ channelId: own.id, startsAt: at(startsAt).toISOString() });
      expect(status).toBe(409);
      expect(body.error).toMatchObject({ code: "schedule.overlap", details: { conflictingBlockId: taken.id } });
    }
  });

  test("a block that would swallow a shorter one", async () => {
    const own = await seedChannel(ada);
    const taken = await seedBlock(own, clip, at("12:10"), minutes(1));
    const { body } = await place({ channelId: own.id, startsAt: at("12:00").toISOString() });
    expect(body.error.details.conflictingBlockId).toBe(taken.id);
  });

  test("of 100 at once on one slot exactly one wins, and the others learn which block did", async () => {
    const own = await seedChannel(ada);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => place({ channelId: own.id, startsAt: at("18:00").toISOString() })),
    );
    const won = answers.filter((answer) => answer.status === 201);
    const lost = answers.filter((answer) => answer.status === 409);
    expect([won.length, lost.length]).toEqual([1, 99]);
    expect(new Set(lost.map((answer) => answer.body.error.details.conflictingBlockId))).toEqual(
      new Set([won[0]?.body.id]),
    );
    expect(await db.block.count({ where: { channelId: own.id } })).toBe(1);
  });

  test("content that is not ready", async () => {
    const fresh = await seedContent(ada, { status: "transcoding" });
    const { status, body } = await place({ startsAt: at("20:00").toISOString(), contentItemId: fresh.id });
    expect([status, body.error.code]).toEqual([409, "schedule.content_not_ready"]);
  });

  test("a block that does not lie wholly within its content's rights", async () => {
    const own = await seedChannel(ada);
    const leased = await seedReadyContent(ada, { durationMs: minutes(30) });
    const rights = { rightsFrom: at("10:00"), rightsUntil: at("12:00") };
    await db.contentItem.update({ where: { id: leased.id }, data: rights });
    const placeAt = (time: string) =>
      place({ channelId: own.id, contentItemId: leased.id, startsAt: at(time).toISOString() });
    for (const time of ["09:59", "11:31"]) {
      expect((await placeAt(time)).body.error).toMatchObject({
        code: "schedule.content_not_schedulable",
        details: { contentItemId: leased.id, reason: "rights", rightsFrom: at("10:00").toISOString() },
      });
    }
    expect([(await placeAt("10:00")).status, (await placeAt("11:30")).status]).toEqual([201, 201]);
  });

  test("a block before the end of what is committed", async () => {
    const own = await seedChannel(ada);
    await publishChannel(ada, own.id);
    const soon = new Date(Date.now() + 30_000).toISOString();
    const { status, body } = await place({ channelId: own.id, startsAt: soon });
    expect([status, body.error.code]).toEqual([409, "schedule.locked"]);
    expect(Date.parse(body.error.details.editableFrom)).toBeGreaterThan(Date.now() + 55_000);
  });
});

describe("412", () => {
  test("an etag of before somebody else's change", async () => {
    const own = await seedChannel(ada);
    const { etag } = (await read({ ...wholeDay, channelId: own.id })).body;
    await place({ channelId: own.id, startsAt: at("01:00").toISOString() });
    const late = await place({ channelId: own.id, startsAt: at("05:00").toISOString() }, ada, { "If-Match": etag });
    expect([late.status, late.body.error.code]).toEqual([412, "schedule.changed"]);
  });
});

describe("422", () => {
  test.each([
    ["a window that ends before it begins", { from: wholeDay.to, to: wholeDay.from }],
    ["an empty window", { from: wholeDay.from, to: wholeDay.from }],
    ["a window of more than 31 days", { from: wholeDay.from, to: "2031-06-03T00:00:00.001Z" }],
    ["an instant that is none", { from: "yesterday", to: wholeDay.to }],
  ])("%s", async (_, query) => {
    const { status, body } = await read(query);
    expect([status, body.error.code]).toEqual([422, "request.invalid"]);
  });

  test("a window of exactly 31 days is read", async () => {
    expect((await read({ from: wholeDay.from, to: "2031-06-03T00:00:00Z" })).status).toBe(200);
  });

  test("a block longer than its content", async () => {
    const { status, body } = await place({ startsAt: at("21:00").toISOString(), durationSeconds: 1800.001 });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: "schedule.too_long", details: { maxDurationSeconds: 1800 } });
  });

  test.each([
    ["shorter than a second", { durationSeconds: 0.999 }, "durationSeconds"],
    ["four decimals", { durationSeconds: 1.0001 }, "durationSeconds"],
    ["a break with content", { kind: "ad_break", durationSeconds: 60 }, "contentItemId"],
    ["a break without length", { kind: "ad_break", contentItemId: undefined }, "durationSeconds"],
    ["filler without content", { kind: "filler", contentItemId: undefined }, "contentItemId"],
    ["an unknown field", { colour: "red" }, "colour"],
    ["a year that cannot be stored", { startsAt: "9999-01-01T00:00:00Z" }, "startsAt"],
  ])("%s", async (_, fields, path) => {
    const { status, body } = await place({ startsAt: at("21:00").toISOString(), ...fields });
    expect(status).toBe(422);
    expect(body.error.details.issues).toContainEqual(expect.objectContaining({ path: [path] }));
  });
});
