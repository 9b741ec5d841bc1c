import { afterAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/core/actor";
import type { Airing } from "@/core/playout/airing";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { closeDb, db } from "../db";
import { newestAirings } from "../playout/airing-rows";
import { commitAirings, commitAiringsOf, planAheadOf } from "../playout/commit-airings";
import { forecastAirings } from "./forecast-airings";

const START = Date.UTC(2030, 0, 1, 20);
const HOUR_MS = 3_600_000;
const seconds = (count: number) => count * 1000;
/** Each commit is a transaction, and there are many. */
vi.setConfig({ testTimeout: 120_000 });
afterAll(closeDb);

async function onAir(owner: Actor, fields: object = {}) {
  const channel = await seedChannel(owner);
  const now = new Date(START);
  await db.$transaction(async (tx) => {
    const status = { status: "published", statusChangesAt: now, publishedAt: now } as const;
    await tx.channel.update({ where: { id: channel.id }, data: { ...status, ...fields } });
    await commitAirings(tx, channel.id, now);
  });
  return channel;
}

/** Twenty minutes of programmes, a break, gaps of all sizes, an item that is gone. */
async function withSchedule(owner: Actor, channel: { id: string }) {
  const films = [
    await seedReadyContent(owner, { durationMs: seconds(303.4) }),
    await seedReadyContent(owner, { durationMs: seconds(154.9) }),
  ];
  const gone = await seedReadyContent(owner, { durationMs: seconds(80) });
  let atMs = START + 50_000;
  for (const [index, gapMs] of [0, 1_500, 33_000, 0, 110_000].entries()) {
    const film = films[index % 2]!;
    await seedBlock(channel, film, new Date(atMs), film.durationMs! - index * 1_700);
    atMs += film.durationMs! - index * 1_700;
    if (index === 1) await seedBlock(channel, null, new Date(atMs), 30_000);
    if (index === 1) atMs += 30_000;
    if (index === 2) await seedBlock(channel, gone, new Date(atMs), 60_000);
    if (index === 2) atMs += 60_000;
    atMs += gapMs;
  }
  await db.contentItem.update({ where: { id: gone.id }, data: { status: "deleted", deletedAt: new Date() } });
}

/** What decides an airing's place and item; the caption is chosen when it is committed. */
const airs = (airings: readonly Airing[], untilMs: number) =>
  airings.filter((airing) => airing.endsAtUs < untilMs * 1000).map(({ captionId, ...rest }) => rest);

/** Lets the clock go on; every other time the worker plans far ahead as well. */
async function letTimePass(channelId: string, untilMs: number): Promise<Airing[]> {
  for (let nowMs = START, tick = 0; nowMs < untilMs; nowMs += 58_000, tick++) {
    await commitAiringsOf(channelId, new Date(nowMs));
    if (tick % 12 === 5) await planAheadOf(channelId, new Date(nowMs));
  }
  return newestAirings(db, channelId, 10_000);
}

describe("what is forecast is what airs", () => {
  test("on a linear channel with filler, breaks and items that are gone", async () => {
    const owner = await seedCreator();
    const trailers = [];
    for (const length of [23.2, 31, 47.6])
      trailers.push(await seedReadyContent(owner, { durationMs: seconds(length), tags: ["trailer"] }));
    const channel = await onAir(owner, { filler: { tags: ["trailer"] } });
    await withSchedule(owner, channel);
    const told = await forecastAirings(channel.id, START - 120_000, START + HOUR_MS, new Date(START));
    const aired = await letTimePass(channel.id, START + 0.5 * HOUR_MS);
    const until = START + 0.45 * HOUR_MS;
    expect(airs(told, until)).toEqual(airs(aired, until));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["content", "filler"]));
  });

  test("on a loop, beyond the days that are planned at once", async () => {
    const owner = await seedCreator();
    const channel = await onAir(owner, { kind: "loop" });
    for (const length of [303.7, 271.2, 501]) {
      const item = await seedReadyContent(owner, { durationMs: seconds(length) });
      await db.contentItem.update({ where: { id: item.id }, data: { channelId: channel.id } });
    }
    const told = await forecastAirings(channel.id, START - 120_000, START + 49 * HOUR_MS, new Date(START));
    const aired = await letTimePass(channel.id, START + 0.3 * HOUR_MS);
    expect(airs(told, START + 0.3 * HOUR_MS)).toEqual(airs(aired, START + 0.3 * HOUR_MS));
    expect(told.at(-1)!.endsAtUs).toBeGreaterThanOrEqual((START + 49 * HOUR_MS) * 1000);
    for (const [index, airing] of told.entries())
      expect(airing.startsAtUs).toBe(told[index - 1]?.endsAtUs ?? airing.startsAtUs);
  });

  test("whatever a quiet channel has planned ahead before the change", async () => {
    const owner = await seedCreator();
    const channel = await onAir(owner);
    await planAheadOf(channel.id, new Date(START));
    await withSchedule(owner, channel);
    const told = await forecastAirings(channel.id, START, START + HOUR_MS, new Date(START));
    await commitAiringsOf(channel.id, new Date(START)); // as every edit of the schedule does
    const aired = await letTimePass(channel.id, START + 0.4 * HOUR_MS);
    const until = START + 0.35 * HOUR_MS;
    expect(airs(told, until)).toEqual(airs(aired, until).filter(({ endsAtUs }) => endsAtUs > START * 1000));
  });
});

test("a draft is told as if it went on the air now, from the programme that runs", async () => {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  const film = await seedReadyContent(owner, { durationMs: HOUR_MS });
  const block = await seedBlock(channel, film, new Date(START - 600_000), HOUR_MS);
  const [first] = await forecastAirings(channel.id, START, START + 60_000, new Date(START));
  expect(first).toMatchObject({ blockId: block.id, kind: "content" });
  expect(first!.startsAtUs).toBeLessThanOrEqual(START * 1000);
  expect(await db.airing.count({ where: { channelId: channel.id } })).toBe(0);
});
