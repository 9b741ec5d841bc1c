import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { Autofill } from "@/core/channels/contract";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { updateChannel } from "../channels/update-channel";
import { db } from "../db";
import { extendAutofill, extendAutofills } from "./extend-autofill";

const HOUR_MS = 3_600_000;
/** Noon in Berlin, the day before clocks go forward there. */
const NOW = new Date("2031-03-29T11:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

let ada: Actor;

beforeEach(async () => {
  ada = await seedCreator();
});

async function seedAutofilled(fields: Partial<Autofill> = {}) {
  const channel = await seedChannel(ada, { timezone: "Europe/Berlin" });
  const autofill = { enabled: true, daysAhead: 2, strategy: "shuffle" as const, ...fields };
  await updateChannel(ada, channel.id, { autofill });
  return channel;
}

/** Ticks until nothing is left to do. */
async function extend(channel: { id: string }, now = NOW): Promise<number> {
  let days = 0;
  while (await extendAutofill(ada, channel.id, now)) days++;
  return days;
}

async function blocksOf(channel: { id: string }) {
  const rows = await db.block.findMany({ where: { channelId: channel.id }, orderBy: { startsAt: "asc" } });
  return rows.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
}

const filledUntil = async (channel: { id: string }) =>
  (await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).autofilledUntil?.toISOString();

describe("always-on auto-fill", () => {
  test("fills the rest of today and so many whole days without a gap, over midnight and the change of the clocks", async () => {
    await seedReadyContent(ada, { durationMs: 35 * 60_000 });
    const channel = await seedAutofilled();
    expect(await extend(channel)).toBe(3);
    const blocks = await blocksOf(channel);
    expect(blocks[0]?.startsAt).toEqual(NOW);
    for (const [index, block] of blocks.entries()) {
      expect(block.startsAt).toEqual(blocks[index - 1]?.endsAt ?? NOW);
    }
    // Two days end at midnight of summer time; the last programme goes on over it.
    expect(await filledUntil(channel)).toBe("2031-03-31T22:00:00.000Z");
    expect(blocks.at(-1)!.startsAt.getTime()).toBeLessThan(Date.parse("2031-03-31T22:00:00Z"));
    expect(blocks.at(-1)!.endsAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2031-03-31T22:00:00Z"));
  });

  test("leaves what a creator placed, and never brings back what a creator removed", async () => {
    await seedReadyContent(ada, { durationMs: HOUR_MS });
    const own = await seedReadyContent(ada, { durationMs: 30 * 60_000 });
    const channel = await seedAutofilled();
    const placed = await seedBlock(channel, own, later(5), 30 * 60_000);
    await extend(channel);
    expect(await db.block.findUnique({ where: { id: placed.id } })).toMatchObject({ startsAt: later(5) });
    const before = await blocksOf(channel);
    const removed = before.find((block) => block.startsAt > later(10))!;
    await db.block.delete({ where: { id: removed.id } });

    expect(await extend(channel)).toBe(0);
    // A day later it goes on where it was.
    expect(await extend(channel, later(24))).toBe(1);
    const after = await blocksOf(channel);
    expect(after.some((block) => block.startsAt < removed.endsAt && block.endsAt > removed.startsAt)).toBe(false);
    expect(after.slice(0, before.length - 1)).toEqual(before.filter((block) => block !== removed));
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("fills no day twice when several workers do it at once", async () => {
    await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channel = await seedAutofilled({ daysAhead: 1 });
    const rounds = await Promise.all([1, 2, 3, 4].map(() => extendAutofill(ada, channel.id, NOW)));
    expect(rounds.filter(Boolean)).toHaveLength(2);
    const once = await blocksOf(channel);
    expect(await extend(channel)).toBe(0);
    expect(await blocksOf(channel)).toEqual(once);
  });

  test("waits while there is nothing to choose from, and fills once there is", async () => {
    const channel = await seedAutofilled({ tags: ["film"] });
    await seedReadyContent(ada, { durationMs: HOUR_MS });
    expect(await extend(channel)).toBe(0);
    expect(await filledUntil(channel)).toBeUndefined();
    const film = await seedReadyContent(ada, { durationMs: HOUR_MS, tags: ["film"] });
    expect(await extend(channel)).toBe(3);
    const others = await db.block.count({ where: { channelId: channel.id, contentItemId: { not: film.id } } });
    expect(others).toBe(0);
  });

  test("plays a series on from day to day", async () => {
    const episodes: string[] = [];
    for (let count = 0; count < 5; count++)
      episodes.push((await seedReadyContent(ada, { durationMs: 5 * HOUR_MS })).id);
    const channel = await seedAutofilled({ strategy: "sequential" });
    await extend(channel);
    const rows = await db.block.findMany({ where: { channelId: channel.id }, orderBy: { startsAt: "asc" } });
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map((row) => row.contentItemId)).toEqual(rows.map((_, index) => episodes[index % 5]));
  });

  test("switched off and on again it begins anew; more days ahead go on from where it is", async () => {
    await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channel = await seedAutofilled({ daysAhead: 1 });
    await extend(channel);
    const more = { enabled: true, daysAhead: 2, strategy: "shuffle" as const };
    await updateChannel(ada, channel.id, { autofill: more });
    expect(await extend(channel)).toBe(1);
    await updateChannel(ada, channel.id, { autofill: { ...more, enabled: false } });
    await db.block.deleteMany({ where: { channelId: channel.id } });
    expect(await extend(channel)).toBe(0);
    await updateChannel(ada, channel.id, { autofill: more });
    expect(await extend(channel)).toBe(3);
  });

  test("a loop has no guide to fill", async () => {
    await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channel = await seedAutofilled();
    await db.channel.update({ where: { id: channel.id }, data: { kind: "loop" } });
    expect(await extend(channel)).toBe(0);
  });
});

test("the worker's tick finds every channel that is due, and one that fails holds up no other", async () => {
  await seedReadyContent(ada, { durationMs: 6 * HOUR_MS });
  const broken = await seedAutofilled();
  const sound = await seedAutofilled();
  await db.channel.update({ where: { id: broken.id }, data: { timezone: "Nowhere/Land" } });
  await extendAutofills(NOW);
  expect(await filledUntil(sound)).toBe("2031-03-31T22:00:00.000Z");
  expect(await filledUntil(broken)).toBeUndefined();
  await db.channel.update({ where: { id: broken.id }, data: { autofill: {} } });
});
