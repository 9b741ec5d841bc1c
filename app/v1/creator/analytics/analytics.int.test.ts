import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { type Beacon, HEARTBEAT, IMPRESSION, START } from "@/core/analytics/beacon";
import { foldBatch } from "@/core/analytics/fold-batch";
import { seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { summarize } from "@/server/analytics/summarize";
import { writeFolded } from "@/server/analytics/write-folded";
import { db, pool } from "@/server/db";
import * as retention from "./retention/route";
import * as summary from "./summary/route";
import * as timeseries from "./timeseries/route";
import * as csv from "./timeseries.csv/route";
import * as top from "./top/route";

/** Sunday 25 October 2026 in Berlin: clocks go back from 3:00 to 2:00, so it has 25 hours. */
const BERLIN = "Europe/Berlin";
const at = (iso: string) => Date.parse(iso);

let ada: Actor;
let channelId: string;
let itemId: string;
beforeAll(async () => {
  ada = await seedCreator();
  channelId = (await seedChannel(ada, { name: "Night" })).id;
  await db.channel.update({ where: { id: channelId }, data: { cpmMinor: 5000, currency: "EUR" } });
  itemId = (await seedReadyContent(ada, { title: "Owl", durationMs: 60_000 })).id;
  const visit = (name: string, iso: string): Beacon[] => [
    beacon(name, iso, 0, IMPRESSION),
    beacon(name, iso, 1, START),
    beacon(name, iso, 16, HEARTBEAT),
    beacon(name, iso, 31, HEARTBEAT),
  ];
  await store([
    ...visit("today-first-minute", "2026-10-24T22:00:00.000Z"), // 0:00 on the clocks
    ...visit("today-hour-before", "2026-10-25T00:30:00.000Z"), // 2:30, the first time
    ...visit("today-hour-again", "2026-10-25T01:30:00.000Z"), // 2:30, the second time
    ...visit("yesterday", "2026-10-24T21:55:00.000Z"), // 23:55
    ...visit("last-week", "2026-10-18T10:00:00.000Z"), // 12:00
    ...visit("last-week-later", "2026-10-18T10:05:00.000Z"), // 12:05
  ]);
});

function beacon(name: string, iso: string, seconds: number, kind: number): Beacon {
  const positionMs = seconds * 1000;
  const ids = { ownerId: ada.userId, channelId, contentItemId: itemId };
  return { ...ids, sessionId: `${name}-${ada.userId}`, atMs: at(iso) + positionMs, kind, nonce: 0, positionMs };
}

async function store(beacons: Beacon[]): Promise<void> {
  const client = await pool().connect();
  await writeFolded(client, foldBatch(new Map(), beacons));
  client.release();
}

const window = { from: "2026-10-24T22:00:00.000Z", to: "2026-10-25T23:00:00.000Z" };
const points = async (query: object) => {
  const { status, body } = await call(timeseries, "GET", { as: ada, query: { timezone: BERLIN, ...window, ...query } });
  expect(status).toBe(200);
  return body.points as { at: string; views: number; viewers: number; watchSeconds: number }[];
};

describe("200", () => {
  test("today is the day of the zone, and last week ends at the same time of day", async () => {
    // 12:00:30 in Berlin, which is an hour later in UTC than a week before.
    const { today, lastWeek, change, revenue } = await summarize(
      ada,
      { timezone: BERLIN },
      new Date("2026-10-25T11:00:30Z"),
    );
    expect(today).toEqual({ views: 3, viewers: 3, watchSeconds: 90, impressions: 3 });
    expect(lastWeek).toEqual({ views: 1, viewers: 1, watchSeconds: 30, impressions: 1 });
    expect(change).toEqual({ views: 2, viewers: 2, watchSeconds: 2, impressions: 2 });
    expect(revenue).toEqual({ amountMinor: 15, currency: "EUR", cpmMinor: 5000, others: [] });
  });

  test("the same figures in another zone are those of another day", async () => {
    const { today } = await summarize(ada, { timezone: "UTC" }, new Date("2026-10-25T11:00:30Z"));
    expect(today.views).toBe(2);
  });

  test("the summary counts what there is to watch", async () => {
    const { status, body } = await call(summary, "GET", { as: await seedApiKey(ada, "analytics:read") });
    expect(status).toBe(200);
    expect(body.content).toMatchObject({ total: 1, ready: 1, processing: 0, failed: 0, durationSeconds: 60 });
    expect(body.channels).toEqual({ total: 1, published: 0 });
  });

  test("a day of 25 hours has 25 points, and the hour that comes twice is two", async () => {
    const hours = await points({ interval: "hour" });
    expect(hours).toHaveLength(25);
    const seen = hours.filter(({ views }) => views > 0).map((point) => point.at);
    expect(seen).toEqual(["2026-10-24T22:00:00.000Z", "2026-10-25T00:00:00.000Z", "2026-10-25T01:00:00.000Z"]);
    const [day] = await points({ interval: "day" });
    expect(day).toMatchObject({ at: "2026-10-24T22:00:00.000Z", views: 3, viewers: 3, watchSeconds: 90 });
  });

  test("the lists name what was watched, with its figures", async () => {
    const { body } = await call(top, "GET", { as: ada, query: window });
    const figures = { views: 3, viewers: 3, watchSeconds: 90, impressions: 3 };
    expect(body.content).toMatchObject([{ id: itemId, title: "Owl", ...figures }]);
    expect(body.channels).toMatchObject([{ id: channelId, name: "Night", ...figures }]);
  });

  test("the retention curve shows which stretches were watched", async () => {
    const { status, body } = await call(retention, "GET", { as: ada, query: { contentItemId: itemId } });
    expect(status).toBe(200);
    expect(body.durationSeconds).toBe(60);
    const watched = body.points.filter(({ share }: { share: number }) => share > 0);
    expect(watched.at(0).positionSeconds).toBe(0);
    expect(watched.at(-1).positionSeconds).toBe(30);
    expect(body.points).toHaveLength(12);
  });

  test("the file holds the same points", async () => {
    const reply = await send(csv, "GET", { as: ada, query: { ...window, interval: "day", timezone: BERLIN } });
    expect(reply.headers.get("content-type")).toContain("text/csv");
    expect(reply.headers.get("content-disposition")).toContain("audience-by-day-2026-10-24-to-2026-10-25.csv");
    const lines = (await reply.text()).trim().split("\n");
    expect(lines[0]).toContain("at,views,viewers,watch_seconds,impressions");
    expect(lines[1]).toBe("2026-10-24T22:00:00.000Z,3,3,90,3");
  });
});

const ALL = { summary, timeseries, top, retention };
const queries = {
  summary: {},
  timeseries: { ...window, interval: "day" },
  top: window,
  retention: { contentItemId: "" },
};
const names = Object.keys(ALL) as (keyof typeof ALL)[];

describe("400", () => {
  test("a window is required", async () => {
    expect((await call(timeseries, "GET", { as: ada })).status).toBe(400);
    expect((await call(top, "GET", { as: ada })).status).toBe(400);
    expect((await call(retention, "GET", { as: ada })).status).toBe(400);
  });
});

describe("401 and 403", () => {
  test.each(names)("%s is for its owner, with the scope", async (name) => {
    const query = { ...queries[name] };
    expect((await call(ALL[name], "GET", { query })).status).toBe(401);
    const blind = await call(ALL[name], "GET", { query, as: await seedApiKey(ada, "content:read") });
    expect(blind).toMatchObject({ status: 403, body: { error: { details: { requiredScope: "analytics:read" } } } });
  });
});

describe("404", () => {
  test("somebody else's channel and item are not there", async () => {
    const bob = await seedCreator();
    const query = { ...window, interval: "day", channelId };
    expect((await call(timeseries, "GET", { as: bob, query })).status).toBe(404);
    expect((await call(top, "GET", { as: bob, query: { ...window, channelId } })).status).toBe(404);
    expect((await call(retention, "GET", { as: bob, query: { contentItemId: itemId } })).status).toBe(404);
    expect((await call(retention, "GET", { as: ada, query: { contentItemId: randomUUID() } })).status).toBe(404);
  });
});

describe("422", () => {
  test("a window that is backwards or too long, and a zone that does not exist", async () => {
    const bad = [
      { from: window.to, to: window.from, interval: "day" },
      { ...window, from: "2026-08-01T00:00:00Z", interval: "hour" },
      { ...window, interval: "day", timezone: "Mars/Olympus" },
      { ...window, interval: "week" },
    ];
    for (const query of bad) expect((await call(timeseries, "GET", { as: ada, query })).status).toBe(422);
  });
});
