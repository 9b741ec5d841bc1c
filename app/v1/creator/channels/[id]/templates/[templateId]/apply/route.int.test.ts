import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { addDays, dayOf } from "@/core/schedule/grid-day";
import type { TemplateEntry } from "@/core/schedule/template";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const at = (text: string) => new Date(`${text}:00.000Z`);

let ada: Actor;
let film: { id: string };
let news: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  film = await seedReadyContent(ada, { title: "Film", durationMs: minutes(120) });
  news = await seedReadyContent(ada, { title: "News", durationMs: minutes(15), tags: ["short"] });
});

const entry = (weekday: number, localTime: string, content = film, lasts = 60): TemplateEntry => ({
  weekday,
  localTime,
  durationSeconds: lasts * 60,
  kind: "content",
  contentItemId: content.id,
});

async function seedTemplate(entries: TemplateEntry[], timezone = "Europe/Berlin") {
  const channel = await seedChannel(ada, { timezone });
  const { id } = await db.scheduleTemplate.create({ data: { channelId: channel.id, name: "Week", entries } });
  return { channel, params: { id: channel.id, templateId: id } };
}

const apply = (params: Record<string, string>, body: object, as: Actor | string = ada, headers = {}) =>
  call(route, "POST", { as, params, body, headers });

async function startsOf(channelId: string) {
  const rows = await db.block.findMany({ where: { channelId }, orderBy: { startsAt: "asc" } });
  return rows.map((row) => row.startsAt.toISOString().slice(0, 16));
}

describe("201", () => {
  test("programmes keep their local time over both changes of the clocks", async () => {
    const { channel, params } = await seedTemplate([entry(1, "20:15"), entry(7, "20:15")]);
    const spring = await apply(params, { weekOf: "2031-03-26", weeks: 2 });
    expect(spring.status).toBe(201);
    expect(spring.body).toMatchObject({ placed: 4, removed: 0, leftOut: [] });
    expect(spring.body.blockIds).toHaveLength(4);
    await apply(params, { weekOf: "2031-10-20" });
    expect(await startsOf(channel.id)).toEqual([
      "2031-03-24T19:15",
      "2031-03-30T18:15",
      "2031-03-31T18:15",
      "2031-04-06T18:15",
      "2031-10-20T18:15",
      "2031-10-26T19:15",
    ]);
  });

  test("what the lost hour leaves no room for is named", async () => {
    const { channel, params } = await seedTemplate([entry(7, "02:00"), entry(7, "03:00")]);
    const { body } = await apply(params, { weekOf: "2031-03-30" });
    expect(body.leftOut).toMatchObject([
      { title: "Film", contentItemId: film.id, reason: "clocks_changed", startsAt: "2031-03-30T01:00:00.000Z" },
    ]);
    expect(await startsOf(channel.id)).toEqual(["2031-03-30T01:00"]);
  });

  test("a stretch that a rule fills is an hour longer in the night in which clocks go back", async () => {
    const fill = { strategy: "shuffle" as const, tags: ["short"] };
    const { channel, params } = await seedTemplate([
      { weekday: 7, localTime: "00:00", durationSeconds: 6 * 3600, kind: "fill", fill },
      entry(7, "06:00"),
    ]);
    const { body } = await apply(params, { weekOf: "2031-10-26" });
    expect(body.placed).toBe(7 * 4 + 1);
    const last = await db.block.findFirstOrThrow({ where: { channelId: channel.id }, orderBy: { startsAt: "desc" } });
    expect(last).toMatchObject({ startsAt: at("2031-10-26T05:00"), contentItemId: film.id });
  });

  test("skip leaves what stands there, and names what it left out; a second time places nothing", async () => {
    const { channel, params } = await seedTemplate([entry(1, "10:00"), entry(1, "12:00")], "UTC");
    const there = await seedBlock(channel, news, at("2031-05-05T10:30"), minutes(15));
    const first = await apply(params, { weekOf: "2031-05-05", onConflict: "skip" });
    expect(first.body).toMatchObject({ placed: 1, removed: 0, leftOut: [{ reason: "occupied" }] });
    const second = await apply(params, { weekOf: "2031-05-05" });
    expect(second.body).toMatchObject({ placed: 0, leftOut: [{ reason: "occupied" }, { reason: "occupied" }] });
    expect(await db.block.count({ where: { channelId: channel.id } })).toBe(2);
    expect(await db.block.findUnique({ where: { id: there.id } })).not.toBeNull();
  });

  test("replace takes away what is in the way and nothing else, and comes to the same a second time", async () => {
    const fill = { strategy: "sequential" as const, contentItemIds: [news.id] };
    const night: TemplateEntry = { weekday: 2, localTime: "00:00", durationSeconds: 3600, kind: "fill", fill };
    const { channel, params } = await seedTemplate([entry(1, "10:00"), night], "UTC");
    await seedBlock(channel, news, at("2031-05-05T10:30"), minutes(15));
    await seedBlock(channel, news, at("2031-05-05T12:00"), minutes(15));
    await seedBlock(channel, film, at("2031-05-06T00:10"), minutes(40));
    const expected = [
      "2031-05-05T10:00",
      "2031-05-05T12:00",
      ...["00", "15", "30", "45"].map((minute) => `2031-05-06T00:${minute}`),
    ];
    const first = await apply(params, { weekOf: "2031-05-05", onConflict: "replace" });
    expect(first.body).toMatchObject({ placed: 5, removed: 2, leftOut: [] });
    expect(await startsOf(channel.id)).toEqual(expected);
    await apply(params, { weekOf: "2031-05-05", onConflict: "replace" });
    expect(await startsOf(channel.id)).toEqual(expected);
  });

  test("content that is gone, has become shorter, or may not be shown then is left out and named", async () => {
    const gone = await seedContent(ada, { title: "Gone", status: "deleted" });
    const lapsed = await seedReadyContent(ada, { title: "Lapsed", durationMs: minutes(60) });
    await db.contentItem.update({ where: { id: lapsed.id }, data: { rightsUntil: at("2031-05-05T12:30") } });
    const { params } = await seedTemplate(
      [entry(1, "08:00", gone), entry(1, "10:00", news), entry(1, "12:00", lapsed), entry(1, "14:00")],
      "UTC",
    );
    const { body } = await apply(params, { weekOf: "2031-05-05" });
    expect(body.placed).toBe(1);
    expect(body.leftOut.map((one: { title: string; reason: string }) => [one.title, one.reason])).toEqual([
      ["Gone", "not_ready"],
      ["News", "not_ready"],
      ["Lapsed", "rights"],
    ]);
  });

  test("of the week on air, what is over, on air or about to be is left alone", async () => {
    const days = [1, 2, 3, 4, 5, 6, 7];
    const { channel, params } = await seedTemplate(
      days.map((weekday) => entry(weekday, "00:00", film, 30)),
      "UTC",
    );
    await publishChannel(ada, channel.id);
    const today = dayOf(Date.now(), "UTC");
    const { body } = await apply(params, { weekOf: today, weeks: 2, onConflict: "replace" });
    expect(body.placed + body.leftOut.length).toBe(14);
    expect(new Set(body.leftOut.map((one: { reason: string }) => one.reason))).toEqual(new Set(["locked"]));
    expect(body.placed).toBeGreaterThanOrEqual(7);
    expect((await startsOf(channel.id)).every((start) => start >= today)).toBe(true);
    expect((await startsOf(channel.id))[0]?.slice(0, 10)).toBe(addDays(today, 1));
  });
});

describe("401, 403, 404, 412, 422", () => {
  test("nobody, a reader, somebody else, a stale etag, wrong fields", async () => {
    const { params } = await seedTemplate([entry(1, "10:00")]);
    const body = { weekOf: "2031-05-05" };
    expect((await call(route, "POST", { params, body })).status).toBe(401);
    expect((await apply(params, body, await seedApiKey(ada, "schedule:read"))).status).toBe(403);
    expect((await apply(params, body, await seedCreator())).status).toBe(404);
    expect((await apply({ ...params, templateId: film.id }, body)).status).toBe(404);
    expect((await apply(params, body, ada, { "If-Match": '"old"' })).status).toBe(412);
    expect((await apply(params, { weekOf: "2031-02-30" })).status).toBe(422);
    expect((await apply(params, { ...body, weeks: 9 })).status).toBe(422);
    expect((await apply(params, { ...body, onConflict: "push" })).status).toBe(422);
  });
});

describe("409", () => {
  test("refuse places nothing and names everything in the way", async () => {
    const { channel, params } = await seedTemplate([entry(1, "10:00"), entry(1, "12:00"), entry(1, "14:00")], "UTC");
    const first = await seedBlock(channel, news, at("2031-05-05T10:30"), minutes(15));
    await seedBlock(channel, null, at("2031-05-05T14:30"), minutes(2));
    const { status, body } = await apply(params, { weekOf: "2031-05-05", onConflict: "refuse" });
    expect([status, body.error.code]).toEqual([409, "schedule.overlap"]);
    expect(body.error.details).toMatchObject({ conflictingBlockId: first.id, total: 2 });
    expect(body.error.details.conflicts.map((one: { title: string }) => one.title)).toEqual(["News", "Ad break"]);
    expect(await db.block.count({ where: { channelId: channel.id } })).toBe(2);
  });
});
