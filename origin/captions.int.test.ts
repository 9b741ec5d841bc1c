import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { EMPTY_CAPTION_SEGMENT } from "@/core/playout/caption-segment";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { addCaption } from "@/server/content/add-caption";
import { purgeCaptions } from "@/server/content/purge-captions";
import { removeCaption } from "@/server/content/remove-caption";
import { closeDb, db } from "@/server/db";
import { commitAiringsOf } from "@/server/playout/commit-airings";
import { storage } from "@/server/storage/create-storage";
import { captionHandler } from "./captions";
import { ChannelMemory } from "./channel-memory";
import { databaseSource } from "./channel-source";
import { playlistHandler } from "./playlists";
import { type Served, serve } from "./testing/serve";

const VTT = "WEBVTT\n\n00:00:03.000 --> 00:00:05.000\nover the boundary\n";
let owner: Actor;
let film: { id: string; encodingId: string | null };
let captionId: string;
const open: Served[] = [];

async function add(text: string, isDefault: boolean): Promise<string> {
  const file = new File([text], "captions.vtt");
  return (await addCaption(owner, film.id, { file, language: "en", kind: "subtitles", isDefault })).id;
}

beforeAll(async () => {
  owner = await seedCreator();
  film = await seedReadyContent(owner, { durationMs: 600_000 });
  await add("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nthe first track\n", false);
  captionId = await add(VTT, true);
});
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});
afterAll(closeDb);

async function origin(): Promise<Served> {
  const served = await serve(captionHandler());
  open.push(served);
  return served;
}
const segment = (index: number, caption = captionId) =>
  `/v1/captions/${film.id}/${film.encodingId}/${caption}/${String(index).padStart(5, "0")}.vtt`;

describe("200", () => {
  test("17: a segment holds what is said in it, may be kept for ever, and is not sent twice", async () => {
    const { ask } = await origin();
    const { status, headers, text } = await ask(segment(0));
    expect([status, headers["content-type"]]).toEqual([200, "text/vtt; charset=utf-8"]);
    expect(headers["cache-control"]).toContain("immutable");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(text).toContain("00:00:03.000 --> 00:00:04.000\nover the boundary");
    expect((await ask(segment(1))).text).toContain("00:00:04.000 --> 00:00:05.000\nover the boundary");
    expect((await ask(segment(2))).text).toBe(EMPTY_CAPTION_SEGMENT);
    expect((await ask(segment(0), { headers: { "If-None-Match": headers.etag! } })).status).toBe(304);
  });

  test("an item without captions, and a track whose file is gone, are silent", async () => {
    const { ask } = await origin();
    expect((await ask("/v1/captions/none.vtt?7")).text).toBe(EMPTY_CAPTION_SEGMENT);
    const gone = await ask(segment(0, randomUUID()));
    expect([gone.status, gone.text]).toEqual([200, EMPTY_CAPTION_SEGMENT]);
    expect(gone.headers["cache-control"]).not.toContain("immutable");
  });
});

describe("404", () => {
  test("a segment behind the end, another encoding, and what is no segment", async () => {
    const { ask } = await origin();
    expect((await ask(segment(150))).status).toBe(404);
    expect((await ask(`/v1/captions/${film.id}/${randomUUID()}/${captionId}/00000.vtt`)).status).toBe(404);
    expect((await ask("/v1/captions/anything")).status).toBe(404);
  });
});

test("17: the default track airs; removed while on air, it stays listed and served until no window lists it", async () => {
  const START = Date.now() - 30_000;
  const channel = await seedChannel(owner);
  await seedBlock(channel, film, new Date(START - 120_000), 600_000);
  const published = { status: "published", statusChangesAt: new Date(START), publishedAt: new Date(START) } as const;
  await db.channel.update({ where: { id: channel.id }, data: published });
  await commitAiringsOf(channel.id, new Date(START));
  const clock = { nowMs: START };
  const live = await serve(playlistHandler(new ChannelMemory(databaseSource), () => clock.nowMs));
  open.push(live);
  const listed = async () => readPlaylist((await live.ask(`/v1/channels/${channel.slug}/captions.m3u8`)).text).segments;
  const before = await listed();
  for (const { uri } of before) expect(uri).toContain(captionId);
  await removeCaption(owner, film.id, captionId);
  clock.nowMs += 20_000;
  for (const { uri } of await listed()) expect(uri).toContain(captionId);
  const stored = `media/${film.id}/captions/${captionId}.vtt`;
  const days = (count: number) => new Date(START + count * 86_400_000);
  expect(await storage().head(stored)).not.toBeNull();
  await db.airing.updateMany({ where: { channelId: channel.id }, data: { endsAt: days(3) } });
  await purgeCaptions(days(2));
  expect(await storage().head(stored)).not.toBeNull();
  await db.channel.delete({ where: { id: channel.id } });
  await purgeCaptions(days(2));
  expect(await storage().head(stored)).toBeNull();
});
