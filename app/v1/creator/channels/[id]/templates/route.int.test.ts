import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as one from "./[templateId]/route";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;

let ada: Actor;
let clip: { id: string };

beforeAll(async () => {
  ada = await seedCreator();
  clip = await seedReadyContent(ada, { title: "Evening film", durationMs: minutes(120) });
});

const create = (channelId: string, body: object, as: Actor | string = ada) =>
  call(route, "POST", { as, params: { id: channelId }, body });
const evening = () => ({ weekday: 1, localTime: "20:15", durationSeconds: 5400, contentItemId: clip.id });
const kept = async (channelId: string) => (await create(channelId, { name: "Week", entries: [evening()] })).body;

describe("201", () => {
  test("a week of the guide becomes a template, by the clocks of the channel", async () => {
    const channel = await seedChannel(ada, { timezone: "Europe/Berlin" });
    await seedBlock(channel, clip, new Date("2031-07-06T21:59:00Z"), minutes(1));
    await seedBlock(channel, clip, new Date("2031-07-06T22:00:00Z"), minutes(90));
    await seedBlock(channel, null, new Date("2031-07-07T00:00:00Z"), minutes(2));
    await seedBlock(channel, clip, new Date("2031-07-13T21:30:00Z"), minutes(60));
    await seedBlock(channel, clip, new Date("2031-07-13T22:30:00Z"), minutes(60));
    const { status, body } = await create(channel.id, { name: " Summer ", weekOf: "2031-07-09" });
    expect(status).toBe(201);
    expect(body).toMatchObject({ channelId: channel.id, name: "Summer" });
    expect(body.entries).toEqual([
      {
        weekday: 1,
        localTime: "00:00",
        durationSeconds: 5400,
        kind: "content",
        contentItemId: clip.id,
        title: "Evening film",
      },
      { weekday: 1, localTime: "02:00", durationSeconds: 120, kind: "ad_break", title: null },
      {
        weekday: 7,
        localTime: "23:30",
        durationSeconds: 3600,
        kind: "content",
        contentItemId: clip.id,
        title: "Evening film",
      },
    ]);
  });

  test("entries, among them a stretch that is filled by a rule, are kept in the order of the week", async () => {
    const channel = await seedChannel(ada);
    const night = {
      weekday: 1,
      localTime: "00:00",
      durationSeconds: 6 * 3600,
      kind: "fill",
      fill: { tags: ["night"] },
    };
    const { status, body } = await create(channel.id, { name: "Week", entries: [evening(), night] });
    expect(status).toBe(201);
    expect(body.entries.map((entry: { kind: string }) => entry.kind)).toEqual(["fill", "content"]);
    expect(body.entries[0].fill).toEqual({ strategy: "shuffle", tags: ["night"] });
  });
});

describe("200, 204", () => {
  test("templates are listed, read, changed and forgotten", async () => {
    const channel = await seedChannel(ada);
    const first = await kept(channel.id);
    await kept(channel.id);
    const list = await call(route, "GET", { as: ada, params: { id: channel.id }, query: { per_page: 1 } });
    expect([list.status, list.body.total, list.body.items.length]).toEqual([200, 2, 1]);
    const params = { id: channel.id, templateId: first.id };
    expect((await call(one, "GET", { as: ada, params })).body).toEqual(first);

    const body = { name: "Winter", entries: [{ ...evening(), weekday: 3 }] };
    const changed = await call(one, "PATCH", { as: ada, params, body });
    expect([changed.status, changed.body.name, changed.body.entries[0].weekday]).toEqual([200, "Winter", 3]);
    const renamed = await call(one, "PATCH", { as: ada, params, body: { name: "Spring" } });
    expect([renamed.body.name, renamed.body.entries]).toEqual(["Spring", changed.body.entries]);

    expect((await call(one, "DELETE", { as: ada, params })).status).toBe(204);
    expect((await call(one, "GET", { as: ada, params })).status).toBe(404);
    expect((await call(one, "DELETE", { as: ada, params })).status).toBe(404);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else's channel", async () => {
    const channel = await seedChannel(ada);
    const { id: templateId } = await kept(channel.id);
    const params = { id: channel.id, templateId };
    const reader = await seedApiKey(ada, "schedule:read");
    const eve = await seedCreator();
    expect((await call(route, "GET", { params: { id: channel.id } })).status).toBe(401);
    expect((await create(channel.id, { name: "W", entries: [evening()] }, reader)).status).toBe(403);
    expect((await call(one, "DELETE", { as: reader, params })).status).toBe(403);
    expect((await call(one, "GET", { as: reader, params })).status).toBe(200);
    expect((await call(route, "GET", { as: eve, params: { id: channel.id } })).status).toBe(404);
    expect((await call(one, "GET", { as: eve, params })).status).toBe(404);
    expect((await call(one, "PATCH", { as: eve, params, body: { name: "Mine" } })).status).toBe(404);
    const other = await seedChannel(ada);
    expect((await call(one, "GET", { as: ada, params: { id: other.id, templateId } })).status).toBe(404);
  });

  test("content and groups that are not the caller's", async () => {
    const channel = await seedChannel(ada);
    const foreign = await seedReadyContent(await seedCreator());
    const fill = {
      weekday: 1,
      localTime: "00:00",
      durationSeconds: 60,
      kind: "fill",
      fill: { contentGroupIds: [foreign.id] },
    };
    expect(
      (await create(channel.id, { name: "W", entries: [{ ...evening(), contentItemId: foreign.id }] })).status,
    ).toBe(404);
    expect((await create(channel.id, { name: "W", entries: [fill] })).status).toBe(404);
  });
});

describe("422", () => {
  test("an empty week, entries that overlap, no name, neither or both", async () => {
    const channel = await seedChannel(ada);
    const empty = await create(channel.id, { name: "W", weekOf: "2031-07-09" });
    expect([empty.status, empty.body.error.details.issues[0].path]).toEqual([422, ["weekOf"]]);
    expect((await create(channel.id, { name: "W", entries: [evening(), evening()] })).status).toBe(422);
    expect((await create(channel.id, { name: " ", entries: [evening()] })).status).toBe(422);
    expect((await create(channel.id, { name: "W" })).status).toBe(422);
    expect((await create(channel.id, { name: "W", entries: [evening()], weekOf: "2031-07-09" })).status).toBe(422);
  });
});
