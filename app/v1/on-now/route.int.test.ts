import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { OnNow } from "@/core/front/contract";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { markLive } from "@/server/analytics/live-viewers";
import { db } from "@/server/db";
import { redis } from "@/server/redis";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const soon = (ms: number) => new Date(Date.now() + ms);

let ada: Actor;
let film: { id: string };
beforeAll(async () => {
  ada = await seedCreator();
  film = await seedReadyContent(ada, { title: "Film", durationMs: minutes(60) });
  const size = { width: 640, height: 360 };
  const shapes = { landscape: size, portrait: size, square: size, banner: size, thumbnail: size };
  await db.encoding.updateMany({ where: { contentItemId: film.id }, data: { pictures: { shapes } } });
});

async function published(category: string, fields: { name?: string; description?: string } = {}) {
  const { id } = await seedChannel(ada);
  return db.channel.update({ where: { id }, data: { status: "published", category, ...fields } });
}
const playing = (channel: { id: string }) => seedBlock(channel, film, soon(-minutes(5)), minutes(60));

/** Answers are kept by host: a host of its own is answered from the database. */
const fresh = () => ({ "X-Forwarded-Host": `${randomUUID()}.test` });
const ask = (query = {}, headers: Record<string, string> = fresh()) => call(route, "GET", { query, headers });
const shelf = (body: OnNow, category: string) => body.shelves.find((each) => each.category === category);
/** The order of all channels is made once in five seconds, whoever asks. */
const RANKED = { timeout: 15_000, interval: 500 };

describe("200", () => {
  test("channels by category: those that show a programme first, then the most watched, then by name", async () => {
    const idle = await published("gaming", { name: "A, idle" });
    const few = await published("gaming", { name: "B, few watch" });
    const many = await published("gaming", { name: "C, many watch" });
    await seedChannel(ada, { name: "A draft" });
    for (const channel of [few, many]) await playing(channel);
    const sessions = new Map(["one", "two"].map((session) => [session, Date.now()]));
    await markLive(redis(), new Map([[many.id, sessions]]), Date.now());
    await expect
      .poll(async () => shelf((await ask()).body, "gaming")?.channels.map(({ id }) => id), RANKED)
      .toEqual([many.id, few.id, idle.id]);
    const { body, headers } = await ask();
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(shelf(body, "gaming")).toMatchObject({ total: 3 });
    expect(body.categories).toContainEqual({ category: "gaming", total: 3 });
    const [first, , last] = shelf(body, "gaming")?.channels ?? [];
    expect(first?.now).toMatchObject({ title: "Film", thumbnailUrl: expect.stringMatching(/thumbnail\.jpg$/) });
    expect(last?.now).toBeNull();
  });

  test("the most watched channel with a picture stands out, with what it shows", async () => {
    const star = await published("kids", { name: "Star", description: "For all of you." });
    await playing(star);
    const sessions = new Map(Array.from({ length: 50 }, (_, index) => [`viewer-${index}`, Date.now()]));
    await markLive(redis(), new Map([[star.id, sessions]]), Date.now());
    await expect.poll(async () => (await ask()).body.featured?.id, RANKED).toBe(star.id);
    expect((await ask()).body.featured).toMatchObject({ description: "For all of you.", now: { title: "Film" } });
    expect((await ask({ category: "kids" })).body.featured).toBeNull();
  });

  test("twelve of each category, and all of one page by page", async () => {
    const names = Array.from({ length: 14 }, (_, index) => `Number ${10 + index}`);
    for (const name of names) await published("faith", { name });
    await expect.poll(async () => shelf((await ask()).body, "faith")?.total, RANKED).toBe(14);
    expect(shelf((await ask()).body, "faith")?.channels.map(({ name }) => name)).toEqual(names.slice(0, 12));
    const { body } = await ask({ category: "faith", page: 2, per_page: 10 });
    expect(body).toMatchObject({ page: 2, perPage: 10 });
    expect(body.shelves).toHaveLength(1);
    expect(shelf(body, "faith")?.channels.map(({ name }) => name)).toEqual(names.slice(10));
    expect(shelf((await ask({ category: "faith", page: 9 })).body, "faith")?.channels).toEqual([]);
  });

  test("many who ask within five seconds have one answer", async () => {
    const host = fresh();
    const before = (await ask({}, host)).body;
    await published("sports", { name: "Too late for it" });
    expect((await ask({}, host)).body).toEqual(before);
  });
});

describe("422", () => {
  test.each([{ category: "weather" }, { page: 0 }, { per_page: 101 }])("for %j", async (query) => {
    expect((await ask(query)).status).toBe(422);
  });
});
