import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { closeDb, db } from "@/server/db";
import { commitAirings, commitAiringsOf } from "@/server/playout/commit-airings";
import { encodingsOnAir } from "@/server/playout/encodings-on-air";
import { asksDelay, catchUpHandlers } from "./catch-up";
import { databaseCatchUp } from "./catch-up-source";
import { ChannelMemory } from "./channel-memory";
import { databaseSource } from "./channel-source";
import { playlistHandler } from "./playlists";
import type { Handler } from "./reply";
import { type Served, serve } from "./testing/serve";

const START = Date.UTC(2033, 0, 1, 20);
const LATER = START + 600_000;
const open: Served[] = [];
let channel: { id: string; slug: string };
let film: { id: string; encodingId: string | null };
let whole: { id: string };

/** Ten minutes on air: a film with a break in it from the second minute on. */
beforeAll(async () => {
  const owner = await seedCreator();
  channel = await seedChannel(owner);
  film = await seedReadyContent(owner, { durationMs: 240_000 });
  whole = await seedBlock(channel, film, new Date(START + 120_000), 120_000);
  await seedBlock(channel, null, new Date(START + 240_000), 30_000);
  const second = await seedBlock(channel, film, new Date(START + 270_000), 120_000);
  await db.block.update({ where: { id: second.id }, data: { offsetMs: 120_000 } });
  const now = new Date(START);
  await db.$transaction(async (tx) => {
    await tx.channel.update({
      where: { id: channel.id },
      data: { status: "published", statusChangesAt: now, publishedAt: now, catchUpHours: 1 },
    });
    await commitAirings(tx, channel.id, now);
  });
  for (let nowMs = START; nowMs <= LATER; nowMs += 30_000) await commitAiringsOf(channel.id, new Date(nowMs));
});
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});
afterAll(closeDb);

async function instance(clock: { nowMs: number }): Promise<Served> {
  const now = () => clock.nowMs;
  const live = playlistHandler(new ChannelMemory(databaseSource), now);
  const { delayed, programme } = catchUpHandlers(databaseCatchUp, now);
  const handler: Handler = (incoming, outgoing) => {
    if (incoming.url?.includes("/airings/")) return programme(incoming, outgoing);
    return (asksDelay(incoming.url ?? "") ? delayed : live)(incoming, outgoing);
  };
  const served = await serve(handler);
  open.push(served);
  return served;
}
const path = (name: string) => `/v1/channels/${channel.slug}/${name}`;

describe("200", () => {
  test("with a delay, the channel answers the very bytes that it answered so long ago", async () => {
    const clock = { nowMs: START };
    const before = new Map<number, string>();
    const then = await instance(clock);
    for (clock.nowMs = START + 200_000; clock.nowMs < START + 290_000; clock.nowMs += 13_000) {
      before.set(clock.nowMs, (await then.ask(path("720p.m3u8"))).text);
    }
    const origins = [await instance(clock), await instance(clock)];
    for (const [atMs, text] of before) {
      clock.nowMs = atMs + 300_000;
      for (const origin of origins) expect((await origin.ask(path("720p.m3u8?delay=300"))).text).toBe(text);
    }
    expect(before.size).toBe(7);
  });

  test("the master carries the delay on to all that it names", async () => {
    const origin = await instance({ nowMs: LATER });
    const { status, text } = await origin.ask(path("master.m3u8?delay=300"));
    expect(status).toBe(200);
    const uris = [...text.matchAll(/URI="([^"]+)"|^(\w+\.m3u8.*)$/gm)].map(([, a, b]) => a ?? b);
    expect(uris).toHaveLength(6);
    for (const uri of uris) expect(uri).toMatch(/^\w+\.m3u8\?delay=300$/);
  });

  test("a programme from its start, with its break, grows while it is on air and ends when it is over", async () => {
    const clock = { nowMs: START + 200_000 };
    const origin = await instance(clock);
    const ask = async () => (await origin.ask(path(`airings/${whole.id}/1080p.m3u8`))).text;
    const early = await ask();
    expect(early).toContain("#EXT-X-PLAYLIST-TYPE:EVENT");
    expect(early).not.toContain("ENDLIST");
    const first = readPlaylist(early);
    expect(Math.abs(first.segments[0]!.dateMs! - (START + 120_000))).toBeLessThan(2_600);
    expect(first.segments[0]!.uri).toContain(`${film.encodingId}/1080p/00000.m4s`);
    clock.nowMs = START + 260_000;
    const during = await ask();
    expect(during.startsWith(early.trimEnd())).toBe(true);
    clock.nowMs = LATER;
    const over = await ask();
    expect(over.startsWith(during.trimEnd())).toBe(true);
    expect(over.trimEnd().endsWith("#EXT-X-ENDLIST")).toBe(true);
    const { segments } = readPlaylist(over);
    const ofFilm = segments.filter(({ uri }) => uri.includes(film.encodingId!));
    expect(ofFilm.map(({ uri }) => Number(/(\d{5})\.m4s/.exec(uri)![1]))).toEqual(ofFilm.map((_, index) => index));
    expect(over).toContain("#EXT-X-CUE-OUT:");
    const master = await origin.ask(path(`airings/${whole.id}/master.m3u8`));
    expect(master.text).toContain("\n1080p.m3u8\n");
  });
});

describe("400", () => {
  test("a delay that is no whole number of seconds", async () => {
    const origin = await instance({ nowMs: LATER });
    for (const delay of ["", "-5", "1.5", "soon"]) {
      const { status, text } = await origin.ask(path(`720p.m3u8?delay=${delay}`));
      expect([status, JSON.parse(text).error.code]).toEqual([400, "request.malformed"]);
    }
  });
});

describe("404", () => {
  test("beyond the catch-up, before the channel began, and a programme that is too old or never aired", async () => {
    const clock = { nowMs: LATER };
    const origin = await instance(clock);
    const status = async (name: string) => (await origin.ask(path(name))).status;
    expect(await status("720p.m3u8?delay=3601")).toBe(404);
    expect(await status("master.m3u8?delay=3601")).toBe(404);
    expect(await status("720p.m3u8?delay=3000")).toBe(404);
    expect(await status(`airings/${film.id}/720p.m3u8`)).toBe(404);
    clock.nowMs = START + 120_000 + 3_610_000;
    expect(await status(`airings/${whole.id}/720p.m3u8`)).toBe(404);
  });

  test("what a moderator has blocked since, and only that; a process that played it stops within minutes", async () => {
    const clock = { nowMs: LATER };
    const origin = await instance(clock);
    const status = async (name: string) => (await origin.ask(path(name))).status;
    const programme = `airings/${whole.id}/720p.m3u8`;
    // While the film was on, and a minute after the channel began with nothing.
    const [during, before] = [LATER - (START + 200_000), LATER - (START + 60_000)].map((ms) => ms / 1000);
    expect(await status(programme)).toBe(200);
    await db.contentItem.update({ where: { id: film.id }, data: { blockedAt: new Date() } });
    try {
      expect(await status(`720p.m3u8?delay=${during}`)).toBe(404);
      expect(await status(`720p.m3u8?delay=${before}`)).toBe(200);
      clock.nowMs += 301_000;
      expect(await status(programme)).toBe(404);
    } finally {
      await db.contentItem.update({ where: { id: film.id }, data: { blockedAt: null } });
    }
  });

  test("a channel without catch-up", async () => {
    const other = await seedChannel(await seedCreator());
    await db.channel.update({
      where: { id: other.id },
      data: { status: "published", statusChangesAt: new Date(START) },
    });
    const origin = await instance({ nowMs: LATER });
    const { status, text } = await origin.ask(`/v1/channels/${other.slug}/master.m3u8?delay=60`);
    expect(status).toBe(404);
    expect(JSON.parse(text).error.message).toBe("This channel cannot be watched later.");
  });
});

test("12: files stay as long as what aired can be watched again, and then a while for those who began late", async () => {
  const endsAtMs = START + 390_000;
  const hours = (count: number) => new Date(endsAtMs + count * 3_600_000);
  expect(await encodingsOnAir(hours(12.9))).toContain(film.encodingId);
  expect(await encodingsOnAir(hours(13.2))).not.toContain(film.encodingId);
});
