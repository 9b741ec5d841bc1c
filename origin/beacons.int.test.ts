import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { BEACON_KINDS } from "@/core/analytics/beacon";
import { seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { useOwnServices } from "@/scripts/testing/own-services";
import { BEACON_STREAM } from "@/server/analytics/beacon-stream";
import { foldBeacons } from "@/server/analytics/fold-beacons";
import { liveKpis } from "@/server/analytics/live-kpis";
import { summarize } from "@/server/analytics/summarize";
import { topLists } from "@/server/analytics/top-lists";
import { db } from "@/server/db";
import { redis } from "@/server/redis";
import { beaconHandler } from "./beacons";
import { type Served, serve } from "./testing/serve";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let clear: () => Promise<void>;
let served: Served;
beforeAll(async () => {
  clear = await useOwnServices();
  served = await serve(beaconHandler({ TRUST_PROXY: "127.0.0.1", RESPECT_DO_NOT_TRACK: true }));
});
afterAll(async () => {
  await served.close();
  await clear();
});

let ada: Actor;
let channelId: string;
beforeEach(async () => {
  ada = await seedCreator();
  channelId = (await seedChannel(ada)).id;
});

const session = () => randomUUID();
const iso = (ms: number) => new Date(ms).toISOString();

interface Sending {
  kind?: string;
  headers?: Record<string, string>;
  method?: string;
}

/** From an address of its own, so that no test spends another's limit. */
function send(body: unknown, { kind = "start", headers = {}, method = "POST" }: Sending = {}) {
  return served.ask(`/v1/beacons/${kind}`, {
    method,
    headers: { "X-Forwarded-For": session(), "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function fold() {
  while ((await foldBeacons(redis())) > 0);
}

const today = async (actor = ada) => (await summarize(actor, { timezone: "UTC" })).today;

describe("204", () => {
  test.each(BEACON_KINDS)("a %s is taken, and any page may send it", async (kind) => {
    const reply = await send({ sessionId: session(), channelId }, { kind });
    expect(reply).toMatchObject({ status: 204, text: "" });
    expect(reply.headers).toMatchObject({ "access-control-allow-origin": "*", "ratelimit-limit": "600" });
    expect(reply.headers["x-request-id"]).toMatch(/^req_/);
  });

  test("what navigator.sendBeacon sends is taken: JSON that is called text", async () => {
    const reply = await send(
      { sessionId: session(), channelId },
      { headers: { "Content-Type": "text/plain;charset=UTF-8" } },
    );
    expect(reply.status).toBe(204);
  });

  test("a preflight is answered", async () => {
    const reply = await send("", { method: "OPTIONS" });
    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject({
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "Content-Type",
    });
  });

  test("views, impressions, watch time and viewers are counted, for the channel and for the item", async () => {
    const item = await seedReadyContent(ada);
    const nowMs = Date.now();
    const [one, two] = [session(), session()];
    const of = { channelId, contentItemId: item.id };
    await send({ ...of, sessionId: one, at: iso(nowMs - 40_000) });
    await send({ ...of, sessionId: one, at: iso(nowMs - 25_000), positionSeconds: 15 }, { kind: "heartbeat" });
    await send({ ...of, sessionId: one, at: iso(nowMs - 10_000), positionSeconds: 30 }, { kind: "heartbeat" });
    await send({ ...of, sessionId: two }, { kind: "impression" });
    await fold();
    const window = { from: iso(nowMs - DAY_MS), to: iso(nowMs + MINUTE_MS), limit: 10 };
    const lists = await topLists(ada, window);
    const figures = { views: 1, viewers: 2, watchSeconds: 30, impressions: 1 };
    expect(lists.content).toMatchObject([{ id: item.id, title: "Clip", ...figures }]);
    expect(lists.channels).toMatchObject([{ id: channelId, ...figures }]);
    expect((await db.contentItem.findUniqueOrThrow({ where: { id: item.id } })).views).toBe(1);
  });

  test("a repeat counts once; without a time nothing is a repeat", async () => {
    const beacon = { sessionId: session(), channelId, at: iso(Date.now() - 1000) };
    await send(beacon);
    await send(beacon);
    await fold();
    await send(beacon);
    const { at: _, ...timeless } = beacon;
    await send(timeless);
    await send(timeless);
    await fold();
    expect(await today()).toMatchObject({ views: 3, viewers: 1 });
  });

  test("a late beacon lands in its minute", async () => {
    const atMs = Date.now() - DAY_MS + MINUTE_MS;
    await send({ sessionId: session(), channelId, at: iso(atMs) });
    await fold();
    const [minute] = await db.audienceMinute.findMany({ where: { ownerId: ada.userId } });
    expect(minute).toMatchObject({ bucket: new Date(Math.floor(atMs / MINUTE_MS) * MINUTE_MS), views: 1 });
  });

  test("robots, impossible positions and those who ask not to be tracked are answered and dropped", async () => {
    const item = await seedReadyContent(ada, { durationMs: 60_000 });
    const beacon = { sessionId: session(), contentItemId: item.id };
    const replies = await Promise.all([
      send(beacon, { headers: { "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" } }),
      send({ ...beacon, positionSeconds: 3600 }, { kind: "heartbeat" }),
      send(beacon, { headers: { DNT: "1" } }),
      send(beacon, { headers: { "Sec-GPC": "1" } }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    await fold();
    const summary = await summarize(ada, { timezone: "UTC" });
    expect(summary.today).toEqual({ views: 0, viewers: 0, watchSeconds: 0, impressions: 0 });
    expect(summary.dropped).toEqual({ bot: 1, absurd: 1, do_not_track: 2 });
  });

  test("two viewers are live within moments, and a late beacon makes nobody live", async () => {
    await send({ sessionId: session(), channelId });
    await send({ sessionId: session(), channelId }, { kind: "heartbeat" });
    await send({ sessionId: session(), channelId, at: iso(Date.now() - MINUTE_MS) });
    await expect
      .poll(() => liveKpis(ada, {}), { timeout: 20_000 })
      .toMatchObject({ viewers: 2, channels: [{ id: channelId, viewers: 2 }] });
    const later = await liveKpis(ada, { channelId }, new Date(Date.now() + 46_000));
    expect(later).toMatchObject({ viewers: 0, channels: [{ id: channelId, viewers: 0 }] });
  });

  test("neither an address nor a name of a program is stored", async () => {
    const address = "203.0.113.77";
    const headers = { "X-Forwarded-For": address, "User-Agent": "Telly/9 (secret-room)" };
    await send({ sessionId: session(), channelId }, { headers });
    const entries = JSON.stringify(await redis().xrange(BEACON_STREAM, "-", "+"));
    await fold();
    const rows = JSON.stringify(await db.$queryRaw`SELECT row_to_json(one) FROM session_beacon AS one`);
    for (const stored of [entries, rows]) {
      expect(stored).toContain(channelId);
      expect(stored).not.toMatch(/203\.0\.113|Telly|secret-room/);
    }
  });
});

describe("400", () => {
  test.each(["", "{", "start"])("%j is no JSON", async (body) => {
    const reply = await send(body);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text).error).toMatchObject({ code: "request.malformed" });
    expect(reply.headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("404", () => {
  test("for a channel or an item that does not exist, and for a kind that does not", async () => {
    const unknown = session();
    const replies = await Promise.all([
      send({ sessionId: session(), channelId: unknown }),
      send({ sessionId: session(), contentItemId: unknown }),
      send({ sessionId: session(), channelId }, { kind: "stop" }),
    ]);
    for (const reply of replies) {
      expect(reply.status).toBe(404);
      expect(JSON.parse(reply.text).error.code).toBe("resource.not_found");
    }
  });

  test("for an item of another creator than the channel's", async () => {
    const others = await seedReadyContent(await seedCreator());
    expect((await send({ sessionId: session(), channelId, contentItemId: others.id })).status).toBe(404);
  });
});

describe("405", () => {
  test("beacons are only sent", async () => {
    const reply = await send("", { method: "PUT" });
    expect(reply).toMatchObject({ status: 405, headers: { allow: "POST, OPTIONS" } });
  });
});

describe("413 and 415", () => {
  test("a body that is no beacon is not read", async () => {
    expect((await send("x".repeat(20_000))).status).toBe(413);
    expect((await send("<a/>", { headers: { "Content-Type": "application/xml" } })).status).toBe(415);
  });
});

describe("422", () => {
  test("every wrong field is named", async () => {
    const reply = await send({ sessionId: "short", channelId: "1", positionSeconds: -1, at: "today", colour: "red" });
    expect(reply.status).toBe(422);
    const { code, details } = JSON.parse(reply.text).error;
    expect(code).toBe("request.invalid");
    expect(details.issues.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual(
      ["at", "channelId", "colour", "positionSeconds", "sessionId"].sort(),
    );
  });
});

describe("429", () => {
  test("after 600 in a minute from one address; another one goes on", async () => {
    const headers = { "X-Forwarded-For": "198.51.100.9" };
    const beacon = { sessionId: session(), channelId };
    const replies = await Promise.all(Array.from({ length: 605 }, () => send(beacon, { kind: "heartbeat", headers })));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(600);
    expect(Number(refused[0]!.headers["retry-after"])).toBeGreaterThan(0);
    expect((await send(beacon)).status).toBe(204);
  });
});
