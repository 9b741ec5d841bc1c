import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { previewStream } from "@/server/guide/preview-stream";
import * as route from "./route";

const HOUR_MS = 3_600_000;

let ada: Actor;
let channel: { id: string };
let film: { id: string; encodingId: string | null };
beforeAll(async () => {
  ada = await seedCreator();
  channel = await seedChannel(ada);
  film = await seedReadyContent(ada, { title: "Film", durationMs: 2 * HOUR_MS });
  await seedBlock(channel, film, new Date(Date.now() - HOUR_MS), 2 * HOUR_MS);
});

const ask = (rendition: string, since: string, as: Actor | string = ada) =>
  send(route, "GET", { as, params: { id: channel.id, rendition }, query: { since } });
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

describe("200", () => {
  test("the master names the playlists beside it, for the same preview", async () => {
    const since = ago(0);
    const reply = await ask("master.m3u8", since);
    expect([reply.status, reply.headers.get("Content-Type")]).toEqual([200, "application/vnd.apple.mpegurl"]);
    expect(await reply.text()).toContain(`\n720p.m3u8?since=${encodeURIComponent(since)}\n`);
  });

  test("a draft plays what is scheduled now, with a full window at once, and nothing is written", async () => {
    const text = await (await ask("360p.m3u8", ago(0))).text();
    expect(text).toContain(`/media/${film.id}/${film.encodingId}/360p/`);
    expect(readPlaylist(text).segments.length).toBeGreaterThanOrEqual(10);
    expect(await db.airing.count({ where: { channelId: channel.id } })).toBe(0);
  });

  test("over three hours the window only moves on: numbers, dates and segments of one preview agree", async () => {
    const since = new Date();
    const at = async (ms: number) => {
      const now = new Date(since.getTime() + ms);
      return readPlaylist(await previewStream(ada, { id: channel.id, rendition: "audio.m3u8" }, since, now));
    };
    const [early, later, late] = [await at(0), await at(20_000), await at(3 * HOUR_MS)];
    const known = new Map(early.segments.map((segment, index) => [early.mediaSequence + index, segment.uri]));
    const shared = later.segments.flatMap(({ uri }, index) => {
      const before = known.get(later.mediaSequence + index);
      return before === undefined ? [] : [[before, uri]];
    });
    expect(shared.length).toBeGreaterThanOrEqual(8);
    for (const [before, now] of shared) expect(now).toBe(before);
    expect(late.mediaSequence).toBeGreaterThan(early.mediaSequence + 2000);
  });
});

describe("400, 401, 403, 404, 422", () => {
  test("no start, nobody, a key for other things, somebody else, no such playlist, too long ago, in the future", async () => {
    const params = { id: channel.id, rendition: "360p.m3u8" };
    expect((await call(route, "GET", { as: ada, params })).status).toBe(400);
    expect((await call(route, "GET", { params, query: { since: ago(0) } })).status).toBe(401);
    expect((await ask("360p.m3u8", ago(0), await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await ask("360p.m3u8", ago(0), await seedCreator())).status).toBe(404);
    expect((await ask("4k.m3u8", ago(0))).status).toBe(404);
    expect((await ask("360p.m3u8", ago(13 * HOUR_MS))).status).toBe(422);
    expect((await ask("360p.m3u8", ago(-HOUR_MS))).status).toBe(422);
  });
});
