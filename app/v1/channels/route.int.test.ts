import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { publishChannel } from "@/server/channels/publish-channel";
import { unpublishChannel } from "@/server/channels/unpublish-channel";
import { db } from "@/server/db";
import * as epg from "./[idOrSlug]/epg/route";
import * as one from "./[idOrSlug]/route";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const soon = (ms: number) => new Date(Date.now() + ms);

let ada: Actor;
let clip: { id: string };
beforeAll(async () => {
  ada = await seedCreator();
  clip = await seedReadyContent(ada, { title: "Film", durationMs: minutes(60) });
});

async function published(fields: { name?: string } = {}) {
  const channel = await seedChannel(ada, fields);
  await publishChannel(ada, channel.id);
  return channel;
}
const get = (idOrSlug: string) => call(one, "GET", { params: { idOrSlug } });
const guide = (idOrSlug: string, query = {}) => call(epg, "GET", { params: { idOrSlug }, query });

describe("422", () => {
  test("a page that there is not", async () => {
    expect((await call(route, "GET", { query: { page: 0 } })).status).toBe(422);
  });
});

describe("200", () => {
  test("shows everybody the channels on the air, by name, and no drafts", async () => {
    const mark = randomUUID();
    const channels = [await published({ name: `b ${mark}` }), await published({ name: `Ä ${mark}` })];
    const draft = await seedChannel(ada);
    const { status, body, headers } = await call(route, "GET", { query: { per_page: 100 } });
    const ids = body.items.map((channel: { id: string }) => channel.id);
    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(ids.filter((id: string) => channels.some((channel) => channel.id === id))).toEqual([
      channels[1]!.id,
      channels[0]!.id,
    ]);
    expect(ids).not.toContain(draft.id);
  });
});

describe("a channel", () => {
  test("is found by id and slug, with what plays now and next, and nothing that is its owner's", async () => {
    const channel = await published();
    const now = await seedBlock(channel, clip, soon(-minutes(5)), minutes(10));
    await seedBlock(channel, null, now.endsAt, minutes(2));
    const next = await seedBlock(channel, clip, soon(minutes(10)), minutes(10));
    const { body } = await get(channel.slug);
    const programme = { title: "Film", description: "", posterUrl: null };
    expect(body.now).toEqual({ ...programme, startsAt: now.startsAt.toISOString(), endsAt: now.endsAt.toISOString() });
    expect(body.next).toEqual({
      ...programme,
      startsAt: next.startsAt.toISOString(),
      endsAt: next.endsAt.toISOString(),
    });
    expect((await get(channel.id)).body).toEqual(body);
    for (const secret of ["cpmMinor", "filler", "ownerId", "status"]) expect(body).not.toHaveProperty(secret);
  });

  test("shows one programme where breaks interrupt an item, and after its last part what follows", async () => {
    const channel = await published();
    const first = await seedBlock(channel, clip, soon(-minutes(30)), minutes(20));
    const pause = await seedBlock(channel, null, first.endsAt, minutes(15));
    const second = await seedBlock(channel, clip, pause.endsAt, minutes(20));
    await db.block.update({ where: { id: second.id }, data: { offsetMs: minutes(20) } });
    const next = await seedBlock(channel, clip, second.endsAt, minutes(10));
    const { body } = await get(channel.slug);
    const [startsAt, endsAt] = [first.startsAt.toISOString(), second.endsAt.toISOString()];
    expect(body.now).toMatchObject({ title: "Film", startsAt, endsAt });
    expect(body.next).toMatchObject({ title: "Film", startsAt: next.startsAt.toISOString() });
  });

  test("shows a film of many breaks as one, whatever part of it is on", async () => {
    for (const isOver of [0.04, 0.96]) {
      const channel = await published();
      const parts = 31; // sixteen of the film and fifteen breaks
      const first = new Date(Date.now() - Math.round(parts * isOver) * minutes(1) - minutes(0.5));
      for (let part = 0; part < parts; part++) {
        const at = new Date(first.getTime() + part * minutes(1));
        const block = await seedBlock(channel, part % 2 ? null : clip, at, minutes(1));
        if (part % 2 === 0) await db.block.update({ where: { id: block.id }, data: { offsetMs: minutes(part / 2) } });
      }
      const end = new Date(first.getTime() + parts * minutes(1));
      await seedBlock(channel, clip, end, minutes(10));
      const { body } = await get(channel.slug);
      expect(body.now).toMatchObject({ startsAt: first.toISOString(), endsAt: end.toISOString() });
      expect(body.next).toMatchObject({ startsAt: end.toISOString() });
    }
  });

  test("with nothing on shows null", async () => {
    const channel = await published();
    await seedBlock(channel, clip, soon(-minutes(60)), minutes(10));
    expect((await get(channel.id)).body).toMatchObject({ now: null, next: null });
  });

  test("that loops shows what is committed", async () => {
    const channel = await seedChannel(ada);
    await db.channel.update({ where: { id: channel.id }, data: { kind: "loop" } });
    const looped = await seedReadyContent(ada, { title: "Looped", durationMs: minutes(3) });
    await db.contentItem.update({ where: { id: looped.id }, data: { channelId: channel.id } });
    await publishChannel(ada, channel.id);
    expect((await get(channel.id)).body.now).toMatchObject({ title: "Looped" });
    expect((await guide(channel.id)).body.programmes[0]).toMatchObject({ title: "Looped" });
  });

  test("off the air is not found, as one that never was", async () => {
    const channel = await published();
    await unpublishChannel(ada, channel.id);
    for (const name of [channel.id, channel.slug, "never-was"]) {
      const answer = await get(name);
      expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([404, "*"]);
      expect((await guide(name)).status).toBe(404);
    }
  });
});

describe("the guide", () => {
  test("holds the programmes of a day from now, the one that runs first, and no breaks", async () => {
    const channel = await published();
    await seedBlock(channel, clip, soon(-minutes(90)), minutes(10));
    const running = await seedBlock(channel, clip, soon(-minutes(5)), minutes(10));
    await seedBlock(channel, null, soon(minutes(5)), minutes(1));
    const later = await seedBlock(channel, clip, soon(minutes(30)), minutes(10));
    await seedBlock(channel, clip, soon(minutes(25 * 60)), minutes(10));
    const { body } = await guide(channel.slug);
    expect(Date.parse(body.to) - Date.parse(body.from)).toBe(86_400_000);
    expect(body.channelId).toBe(channel.id);
    expect(body.programmes.map((programme: { startsAt: string }) => programme.startsAt)).toEqual(
      [running, later].map((block) => block.startsAt.toISOString()),
    );
  });

  test("a window that is wrong is 422", async () => {
    const channel = await published();
    expect((await guide(channel.id, { from: "2031-01-02T00:00:00Z", to: "2031-01-01T00:00:00Z" })).status).toBe(422);
    expect((await guide(channel.id, { from: "2031-01-01T00:00:00Z", to: "2031-03-01T00:00:00Z" })).status).toBe(422);
  });
});
