import { afterAll, expect, test } from "vitest";
import type { Airing } from "@/core/playout/airing";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { closeDb, db, type Tx } from "../db";
import { newestAirings } from "./airing-rows";
import { commitAirings, commitAiringsOf } from "./commit-airings";
import { encodingsOnAir } from "./encodings-on-air";
import { withdrawAirings } from "./withdraw-airings";

const START = Date.UTC(2031, 0, 1, 20);
afterAll(closeDb);

async function publishedChannel(fields: { kind?: "linear" | "loop"; filler?: object } = {}) {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  await db.channel.update({
    where: { id: channel.id },
    data: { status: "published", publishedAt: new Date(START), ...fields },
  });
  return { owner, channel };
}

const lineOf = (channel: { id: string }): Promise<Airing[]> => newestAirings(db as Tx, channel.id, 10_000);

function expectOneLine(line: Airing[]): void {
  for (const [index, airing] of line.entries()) {
    const before = line[index - 1];
    if (!before) continue;
    expect(airing.startsAtUs).toBe(before.endsAtUs);
    expect(airing.mediaSequence).toBe(before.mediaSequence + before.segmentCount);
    expect(airing.discontinuitySequence).toBe(before.discontinuitySequence + 1);
  }
}

test("commits that run at once give one line of airings", async () => {
  const { owner, channel } = await publishedChannel();
  const film = await seedReadyContent(owner, { durationMs: 30_700 });
  for (let index = 0; index < 12; index++) await seedBlock(channel, film, new Date(START + index * 35_000), 30_700);
  for (let nowMs = START; nowMs < START + 120_000; nowMs += 11_000) {
    const ends = await Promise.all(
      Array.from({ length: 8 }, (_, index) => commitAiringsOf(channel.id, new Date(nowMs + index * 100))),
    );
    for (const end of ends) expect(end!.getTime()).toBeGreaterThanOrEqual(nowMs + 60_000);
  }
  const line = await lineOf(channel);
  expectOneLine(line);
  expect(new Set(line.map((airing) => airing.mediaSequence)).size).toBe(line.length);
  expect(line.filter((airing) => airing.blockId !== null).length).toBeGreaterThan(4);
});

test("a commit decides between 60 and 76 s ahead, and then nothing until that runs short", async () => {
  const { channel } = await publishedChannel();
  const end = (await commitAiringsOf(channel.id, new Date(START)))!;
  expect(end.getTime()).toBeGreaterThanOrEqual(START + 72_000);
  expect(end.getTime()).toBeLessThan(START + 77_100);
  const before = await lineOf(channel);
  expect(await commitAiringsOf(channel.id, new Date(START + 11_000))).toEqual(end);
  expect(await lineOf(channel)).toEqual(before);
  expect((await commitAiringsOf(channel.id, new Date(START + 20_000)))!.getTime()).toBeGreaterThan(end.getTime());
});

test("a long programme grows its one row; the rows before it never change", async () => {
  const { owner, channel } = await publishedChannel();
  const film = await seedReadyContent(owner, { durationMs: 3_600_000 });
  await seedBlock(channel, film, new Date(START + 10_000), 3_600_000);
  await commitAiringsOf(channel.id, new Date(START));
  const first = await lineOf(channel);
  for (let nowMs = START; nowMs <= START + 600_000; nowMs += 12_000) await commitAiringsOf(channel.id, new Date(nowMs));
  const line = await lineOf(channel);
  expect(line.slice(0, -1)).toEqual(first.slice(0, -1));
  expect(line).toHaveLength(first.length);
  expect(line.at(-1)!.segmentCount).toBeGreaterThan(150);
});

test("times are kept to the microsecond", async () => {
  const { owner, channel } = await publishedChannel();
  const item = await seedReadyContent(owner, { durationMs: 9_000 });
  await db.encoding.update({
    where: { id: item.encodingId! },
    data: { videoTimescale: 30_000, videoSegmentTicks: [120_120, 120_120, 30_031] },
  });
  await seedBlock(channel, item, new Date(START), 9_000);
  await commitAiringsOf(channel.id, new Date(START));
  const airing = (await lineOf(channel)).find((each) => each.contentItemId === item.id)!;
  expect(airing.endsAtUs - airing.startsAtUs).toBe(9_009_033);
});

test("a draft has no airings and no locked time", async () => {
  const channel = await seedChannel(await seedCreator());
  expect(await commitAiringsOf(channel.id, new Date(START))).toBeNull();
  expect(await lineOf(channel)).toEqual([]);
});

test("a programme whose item was deleted plays as a gap", async () => {
  const { owner, channel } = await publishedChannel();
  const [gone, filler] = [await seedReadyContent(owner, { durationMs: 40_000 }), await seedReadyContent(owner)];
  await seedBlock(channel, gone, new Date(START + 10_000), 40_000);
  await db.contentItem.update({ where: { id: gone.id }, data: { status: "deleted", deletedAt: new Date() } });
  await db.channel.update({ where: { id: channel.id }, data: { filler: { contentItemIds: [filler.id] } } });
  await commitAiringsOf(channel.id, new Date(START));
  expect(new Set((await lineOf(channel)).map((airing) => airing.contentItemId))).toEqual(new Set([filler.id]));
});

test("filler is chosen by tag, too, from the ready content of the owner only", async () => {
  const { owner, channel } = await publishedChannel({ filler: { tags: ["ident"] } });
  const ident = await seedReadyContent(owner, { durationMs: 20_000, tags: ["ident"] });
  await seedReadyContent(await seedCreator(), { durationMs: 20_000, tags: ["ident"] });
  await commitAiringsOf(channel.id, new Date(START));
  expect(new Set((await lineOf(channel)).map((airing) => airing.contentItemId))).toEqual(new Set([ident.id]));
});

test("a loop channel plays its ready content in order, again and again, across commits", async () => {
  const { owner, channel } = await publishedChannel({ kind: "loop" });
  const items = [];
  for (const durationMs of [17_000, 9_000, 23_000]) {
    const item = await seedReadyContent(owner, { durationMs });
    await db.contentItem.update({ where: { id: item.id }, data: { channelId: channel.id } });
    items.push(item.id);
  }
  for (let nowMs = START; nowMs < START + 200_000; nowMs += 7_000) await commitAiringsOf(channel.id, new Date(nowMs));
  const line = await lineOf(channel);
  expectOneLine(line);
  expect(line.length).toBeGreaterThan(15);
  for (const [index, airing] of line.entries()) expect(airing.contentItemId).toBe(items[index % 3]);
});

test("publishing again goes on with the next numbers and never overlaps what aired", async () => {
  const { channel } = await publishedChannel();
  await commitAiringsOf(channel.id, new Date(START));
  const leavesAt = new Date(START + 20_000);
  await db.$transaction(async (tx) => withdrawAirings(tx, channel.id, leavesAt));
  const aired = await lineOf(channel);
  expect(aired.at(-1)!.endsAtUs).toBeLessThanOrEqual((leavesAt.getTime() + 1_000) * 1000);
  expect(aired.at(-1)!.endsAtUs).toBeGreaterThan((leavesAt.getTime() - 4_010) * 1000);
  for (const backAfterMs of [30_000, 3_600_000]) {
    await commitAiringsOf(channel.id, new Date(leavesAt.getTime() + backAfterMs));
  }
  const line = await lineOf(channel);
  expect(line.slice(0, aired.length - 1)).toEqual(aired.slice(0, -1));
  for (const [index, airing] of line.entries()) {
    const before = line[index - 1];
    if (!before) continue;
    expect(airing.startsAtUs).toBeGreaterThanOrEqual(before.endsAtUs);
    expect(airing.mediaSequence).toBe(before.mediaSequence + before.segmentCount);
    expect(airing.discontinuitySequence).toBe(before.discontinuitySequence + 1);
  }
});

test("12: encodings count as on air until two windows after their last airing", async () => {
  const { owner, channel } = await publishedChannel();
  const film = await seedReadyContent(owner, { durationMs: 20_000 });
  await seedBlock(channel, film, new Date(START + 30_000), 20_000);
  expect(await encodingsOnAir(new Date(START))).not.toContain(film.encodingId);
  await db.$transaction((tx) => commitAirings(tx, channel.id, new Date(START)));
  expect(await encodingsOnAir(new Date(START))).toContain(film.encodingId);
  expect(await encodingsOnAir(new Date(START + 50_000 + 120_000))).toContain(film.encodingId);
  expect(await encodingsOnAir(new Date(START + 50_000 + 140_000))).not.toContain(film.encodingId);
});
