import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { RENDITIONS } from "@/core/playout/media-playlist";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { closeDb, db } from "@/server/db";
import { commitAirings, commitAiringsOf } from "@/server/playout/commit-airings";
import { LEAVE_AIR_MS, withdrawAirings } from "@/server/playout/withdraw-airings";
import { ChannelMemory } from "./channel-memory";
import { type ChannelSource, databaseSource } from "./channel-source";
import { playlistHandler } from "./playlists";
import { type Served, serve } from "./testing/serve";

const START = Date.UTC(2030, 0, 1, 20);
const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});
afterAll(closeDb);

/** An instance of the origin with a memory and a clock of its own. */
async function instance(clock: { nowMs: number }, source: ChannelSource = databaseSource): Promise<Served> {
  const served = await serve(playlistHandler(new ChannelMemory(source), () => clock.nowMs));
  open.push(served);
  return served;
}

async function publish(channel: { id: string }, nowMs: number): Promise<void> {
  const now = new Date(nowMs);
  await db.$transaction(async (tx) => {
    await tx.channel.update({
      where: { id: channel.id },
      data: { status: "published", statusChangesAt: now, publishedAt: now },
    });
    await commitAirings(tx, channel.id, now);
  });
}

async function unpublish(channel: { id: string }, nowMs: number): Promise<void> {
  const at = new Date(nowMs + LEAVE_AIR_MS);
  await db.$transaction(async (tx) => {
    await tx.channel.update({
      where: { id: channel.id },
      data: { status: "draft", statusChangesAt: at, publishedAt: null },
    });
    await withdrawAirings(tx, channel.id, at);
  });
}

async function onAir(nowMs = START) {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  const film = await seedReadyContent(owner, { durationMs: 90_500 });
  await publish(channel, nowMs);
  return { owner, channel, film, path: (name: string) => `/v1/channels/${channel.slug}/${name}.m3u8` };
}

describe("200", () => {
  test("the first playlist after publishing is a full window that ends now", async () => {
    const { path } = await onAir();
    const origin = await instance({ nowMs: START });
    const { status, headers, text } = await origin.ask(path("1080p"));
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("application/vnd.apple.mpegurl");
    const { segments } = readPlaylist(text);
    expect(segments.reduce((sum, segment) => sum + segment.seconds, 0)).toBeGreaterThanOrEqual(60);
    expect(segments.at(-1)!.uri).toMatch(/^\/slate\/[0-9a-f]{16}\/1080p\/\d{5}\.m4s$/);
  });

  test("the master playlist names four variants and the audio beside it", async () => {
    const { path, channel } = await onAir();
    const origin = await instance({ nowMs: START });
    const { text } = await origin.ask(path("master"));
    expect(
      text
        .split("\n")
        .filter((line) => /^\w+\.m3u8$/.test(line))
        .sort(),
    ).toEqual(["1080p.m3u8", "360p.m3u8", "480p.m3u8", "720p.m3u8"]);
    expect(text).toContain('URI="audio.m3u8"');
    expect((await origin.ask(`/v1/channels/${channel.id}/master.m3u8`)).text).toBe(text);
  });

  test("16: gzip, ETag, CORS and a lifetime below half a segment", async () => {
    const { path } = await onAir();
    const origin = await instance({ nowMs: START });
    const plain = await origin.ask(path("audio"));
    const packed = await origin.ask(path("audio"), { headers: { "Accept-Encoding": "br;q=1.0, gzip;q=0.8" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(plain.headers["access-control-allow-origin"]).toBe("*");
    expect(plain.headers.vary).toBe("Accept-Encoding");
    expect(Number(/max-age=(\d+)/.exec(plain.headers["cache-control"]!)![1])).toBeLessThan(2);
    const refused = await origin.ask(path("audio"), { headers: { "Accept-Encoding": "gzip;q=0" } });
    expect(refused.headers["content-encoding"]).toBeUndefined();
    const again = await origin.ask(path("audio"), { headers: { "If-None-Match": plain.headers.etag! } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("the programme on air is joined in progress, and the ones that ended do not air", async () => {
    const owner = await seedCreator();
    const channel = await seedChannel(owner);
    const film = await seedReadyContent(owner, { durationMs: 600_000 });
    await seedBlock(channel, film, new Date(START - 1_000_000), 300_000);
    const running = await seedBlock(channel, film, new Date(START - 301_000), 600_000);
    await publish(channel, START);
    const airings = await db.airing.findMany({ where: { channelId: channel.id } });
    expect(airings.map((airing) => airing.blockId)).toEqual([running.id]);
    const text = (await (await instance({ nowMs: START })).ask(`/v1/channels/${channel.slug}/720p.m3u8`)).text;
    const last = readPlaylist(text).segments.at(-1)!;
    const index = Number(/(\d{5})\.m4s/.exec(last.uri)![1]);
    expect(Math.abs(last.dateMs! - (START - 301_000 + index * 4000))).toBeLessThanOrEqual(2000);
  });
});

describe("404", () => {
  test("an unknown channel, and a draft, have the envelope", async () => {
    const channel = await seedChannel(await seedCreator());
    const origin = await instance({ nowMs: START });
    for (const name of ["nobody", channel.slug, channel.id, "%E0%A4%A", "a%00"]) {
      const { status, text, headers } = await origin.ask(`/v1/channels/${name}/1080p.m3u8`);
      expect(status).toBe(404);
      expect(JSON.parse(text).error).toMatchObject({ code: "resource.not_found", requestId: headers["x-request-id"] });
    }
  });

  test("14: all instances leave the air at the same instant, and come back at once", async () => {
    const { path, channel } = await onAir();
    const clock = { nowMs: START };
    const origins = [await instance(clock), await instance(clock)];
    const statuses = () => Promise.all(origins.map(async (origin) => (await origin.ask(path("720p"))).status));
    expect(await statuses()).toEqual([200, 200]);
    clock.nowMs = START + 700;
    expect((await origins[0]!.ask(path("720p"))).status).toBe(200);
    await unpublish(channel, START + 800);
    clock.nowMs = START + 800 + LEAVE_AIR_MS - 1;
    expect(await statuses()).toEqual([200, 200]);
    clock.nowMs = START + 800 + LEAVE_AIR_MS;
    expect(await statuses()).toEqual([404, 404]);
    await publish(channel, clock.nowMs);
    expect(await statuses()).toEqual([200, 200]);
  });
});

describe("405", () => {
  test("anything but GET, HEAD and OPTIONS is refused with Allow", async () => {
    const { path } = await onAir();
    const origin = await instance({ nowMs: START });
    const { status, headers } = await origin.ask(path("720p"), { method: "POST" });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await origin.ask(path("720p"), { method: "OPTIONS" })).status).toBe(204);
    const head = await origin.ask(path("720p"), { method: "HEAD" });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

test("11: two instances with different memories answer identical bytes while the schedule is edited", async () => {
  const { channel, film, path, owner } = await onAir();
  const filler = await seedReadyContent(owner, { durationMs: 23_000 });
  await db.channel.update({ where: { id: channel.id }, data: { filler: { contentItemIds: [filler.id] } } });
  const clock = { nowMs: START };
  const origins = [await instance(clock), await instance(clock)];
  let number = 0;
  let last = -1;
  for (; clock.nowMs < START + 400_000; clock.nowMs += 3_170) {
    if (++number % 4 === 0) {
      // An edit, as the API makes it: decide up to the horizon, then change what lies behind it.
      await db.$transaction(async (tx) => {
        const editableFrom = (await commitAirings(tx, channel.id, new Date(clock.nowMs)))!;
        const clash = { channelId: channel.id, endsAt: { gt: editableFrom }, startsAt: { gte: editableFrom } };
        await tx.block.deleteMany({ where: clash });
        const running = await tx.block.findFirst({ where: { channelId: channel.id, endsAt: { gt: editableFrom } } });
        const at = new Date((running?.endsAt ?? editableFrom).getTime() + (number % 3) * 7_001);
        await tx.block.create({
          data: {
            channelId: channel.id,
            contentItemId: film.id,
            startsAt: at,
            endsAt: new Date(at.getTime() + 20_000 + number * 97),
          },
        });
      });
    }
    if (number % 5 === 0) origins.reverse(); // the one that is asked first learns first
    for (const name of RENDITIONS) {
      const [one, other] = [await origins[0]!.ask(path(name)), await origins[1]!.ask(path(name))];
      expect(one.status).toBe(200);
      expect(other.text).toBe(one.text);
      expect(other.headers.etag).toBe(one.headers.etag);
    }
    const { segments } = readPlaylist((await origins[1]!.ask(path("1080p"))).text);
    expect(segments.at(-1)!.mediaSequence).toBeGreaterThanOrEqual(last);
    last = segments.at(-1)!.mediaSequence;
  }
  const aired = await db.airing.findMany({ where: { channelId: channel.id }, orderBy: { mediaSequence: "asc" } });
  expect(new Set(aired.map((airing) => airing.kind))).toEqual(new Set(["content", "filler", "slate"]));
}, 120_000);

test("a channel that is watched stays on air with no worker running", async () => {
  const { path, channel } = await onAir();
  const clock = { nowMs: START };
  const origin = await instance(clock);
  for (; clock.nowMs < START + 240_000; clock.nowMs += 5_000) {
    const { segments } = readPlaylist((await origin.ask(path("360p"))).text);
    const last = segments.at(-1)!;
    expect(clock.nowMs - (last.dateMs! + last.seconds * 1000)).toBeLessThan(5_010);
  }
  // The gap at the very end would have been caught above; and after an hour unwatched it goes on at once.
  clock.nowMs += 3_600_000;
  const { status, text } = await origin.ask(path("360p"));
  expect(status).toBe(200);
  expect(clock.nowMs - readPlaylist(text).segments.at(-1)!.dateMs!).toBeLessThan(9_010);
  expect(await db.airing.count({ where: { channelId: channel.id } })).toBeLessThan(40);
});

test("while the database is away, playlists go on as long as what is committed lasts", async () => {
  const { path, channel } = await onAir();
  await commitAiringsOf(channel.id, new Date(START));
  const clock = { nowMs: START };
  let away = false;
  const gone = async () => {
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  };
  const wrapped =
    <A extends unknown[], R>(call: (...a: A) => Promise<R>) =>
    (...a: A): Promise<R> =>
      away ? gone() : call(...a);
  const origin = await instance(clock, {
    read: wrapped(databaseSource.read),
    tables: wrapped(databaseSource.tables),
    commit: wrapped(databaseSource.commit),
  });
  const before = readPlaylist((await origin.ask(path("480p"))).text);
  away = true;
  clock.nowMs = START + 55_000;
  const during = await origin.ask(path("480p"));
  expect(during.status).toBe(200);
  expect(readPlaylist(during.text).mediaSequence).toBeGreaterThan(before.mediaSequence + 10);
  clock.nowMs = START + 100_000;
  const after = await origin.ask(path("480p"));
  expect([after.status, after.headers["retry-after"]]).toEqual([503, "5"]);
  expect(JSON.parse(after.text).error.code).toBe("server.unavailable");
  away = false;
  expect((await origin.ask(path("480p"))).status).toBe(200);
});
