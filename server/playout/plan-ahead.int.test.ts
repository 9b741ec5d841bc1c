import { beforeAll, expect, test } from "vitest";
import type { Airing } from "@/core/playout/airing";
import { PLAN_SHORT_MS } from "@/core/playout/plan-ahead";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { db, type Tx } from "../db";
import { newestAirings } from "./airing-rows";
import { commitAiringsOf, planAheadOf } from "./commit-airings";
import { commitDueAirings } from "./commit-due-airings";
import { firmUntil } from "./take-back";
import { takeBackStalePlans } from "./take-back-stale-plans";
import { withdrawAirings } from "./withdraw-airings";

const START = Date.UTC(2032, 0, 1, 20);
const at = (seconds: number) => new Date(START + seconds * 1000);
// A tick looks at all channels, and so would those of other tests.
beforeAll(async () => useOwnDatabase());

/** A channel with a film, a gap with filler, another film, and nothing behind: the slate. */
async function onAir(fields: { kind?: "linear" | "loop"; filler?: object } = {}) {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  const film = await seedReadyContent(owner, { durationMs: 260_500 });
  const filler = await seedReadyContent(owner, { durationMs: 31_000, tags: ["ident"] });
  await db.channel.update({
    where: { id: channel.id },
    data: { status: "published", publishedAt: at(0), updatedAt: at(0), filler: { tags: ["ident"] }, ...fields },
  });
  await seedBlock(channel, film, at(20), 260_500);
  await seedBlock(channel, film, at(500), 250_000);
  await takeBackStalePlans(at(0));
  return { owner, channel, film, filler };
}

const lineOf = (channel: { id: string }): Promise<Airing[]> => newestAirings(db as Tx, channel.id, 10_000);
const told = (airing: Airing) => ({ ...airing, blockId: null, contentItemId: null, encodingId: null, programme: null });
const endOf = (line: Airing[]) => (line.at(-1)?.endsAtUs ?? 0) / 1000;

test("planning far ahead decides what committing step by step decides", async () => {
  const [ahead, stepped] = [await onAir(), await onAir()];
  await planAheadOf(ahead.channel.id, at(0));
  for (let seconds = 0; seconds < 800; seconds += 12) await commitAiringsOf(stepped.channel.id, at(seconds));
  const [plan, steps] = [await lineOf(ahead.channel), await lineOf(stepped.channel)];
  expect(plan.length).toBeGreaterThan(10);
  const whole = steps.slice(0, -1); // the last one may still grow
  // Filler is chosen by a hash of the channel, and there is one item only.
  expect(plan.slice(0, whole.length).map(told)).toEqual(whole.map(told));
});

test("a plan is made once and then left alone until it is short", async () => {
  const { channel } = await onAir();
  await planAheadOf(channel.id, at(0));
  const line = await lineOf(channel);
  expect(endOf(line)).toBeGreaterThanOrEqual(START + 15 * 60_000);
  await planAheadOf(channel.id, at(300));
  expect(await lineOf(channel)).toEqual(line);
  await planAheadOf(channel.id, new Date(endOf(line) - PLAN_SHORT_MS + 1000));
  expect(endOf(await lineOf(channel))).toBeGreaterThan(endOf(line));
});

test("an edit is locked out of little more than a minute, however far the channel is planned", async () => {
  const { channel, film } = await onAir();
  await planAheadOf(channel.id, at(0));
  const before = await lineOf(channel);
  for (const seconds of [0, 90, 230, 290]) {
    const shown = (await firmUntil(db as Tx, channel.id, at(seconds)))!;
    expect(shown.getTime() - at(seconds).getTime()).toBeGreaterThanOrEqual(60_000);
    expect(shown.getTime() - at(seconds).getTime()).toBeLessThan(66_000);
  }
  const editableFrom = (await commitAiringsOf(channel.id, at(100)))!;
  expect(editableFrom.getTime()).toBe((await firmUntil(db as Tx, channel.id, at(100)))!.getTime());
  // What is firm stays as it was to the last segment, and what follows is decided anew.
  const firm = await lineOf(channel);
  expect(Math.ceil(endOf(firm))).toBe(editableFrom.getTime());
  expect(firm.slice(0, -1)).toEqual(before.slice(0, firm.length - 1));
  const shortened = firm.at(-1)!;
  expect(before[firm.length - 1]).toMatchObject({ startsAtUs: shortened.startsAtUs, blockId: shortened.blockId });
  await db.block.deleteMany({ where: { channelId: channel.id, startsAt: { gt: editableFrom } } });
  await seedBlock(channel, film, at(330), 250_000);
  await planAheadOf(channel.id, at(101));
  const after = await lineOf(channel);
  expect(after.slice(0, firm.length - 1)).toEqual(firm.slice(0, -1));
  const fresh = after.find((airing) => airing.startsAtUs > at(320).getTime() * 1000 && airing.blockId)!;
  expect(Math.abs(fresh.startsAtUs / 1000 - at(330).getTime())).toBeLessThanOrEqual(2000);
  for (const [index, airing] of after.entries()) {
    if (index > 0) expect(airing.startsAtUs).toBe(after[index - 1]!.endsAtUs);
  }
});

test("an edit that changes nothing leads to the same plan", async () => {
  const { channel } = await onAir();
  await planAheadOf(channel.id, at(0));
  const plan = await lineOf(channel);
  for (const seconds of [10, 130, 200]) {
    await commitAiringsOf(channel.id, at(seconds));
    await planAheadOf(channel.id, at(seconds));
  }
  const again = await lineOf(channel);
  const whole = Math.min(plan.length, again.length) - 1;
  expect(again.slice(0, whole)).toEqual(plan.slice(0, whole));
});

test("leaving the air withdraws the plan too, however many airings it has", async () => {
  const { channel } = await onAir({ filler: {} });
  await db.block.deleteMany({ where: { channelId: channel.id } });
  await planAheadOf(channel.id, at(0));
  await db.channel.update({ where: { id: channel.id }, data: { updatedAt: at(-8 * 3600) } });
  await planAheadOf(channel.id, at(700));
  expect((await lineOf(channel)).length).toBeGreaterThan(150); // the slate, every half minute
  await db.$transaction((tx) => withdrawAirings(tx, channel.id, at(720)));
  expect(endOf(await lineOf(channel))).toBeLessThanOrEqual(at(721).getTime());
  expect(endOf(await lineOf(channel))).toBeGreaterThan(at(716).getTime());
});

/** Everything outside a schedule's own edits that can change what a channel plays. */
const changes: Record<string, (made: Awaited<ReturnType<typeof onAir>>) => Promise<unknown>> = {
  "filler of the channel": ({ channel }) => db.channel.update({ where: { id: channel.id }, data: { filler: {} } }),
  "a filler item that is deleted": ({ filler }) =>
    db.contentItem.update({ where: { id: filler.id }, data: { status: "deleted", deletedAt: at(100) } }),
  "a new filler item": ({ owner }) => seedReadyContent(owner, { durationMs: 9_000, tags: ["ident"] }),
  "a scheduled item that cannot play any more": ({ film }) =>
    db.contentItem.update({ where: { id: film.id }, data: { status: "failed" } }),
  "a block written past the API": ({ channel, film }) => seedBlock(channel, film, at(290), 100_000),
  "blocks removed past the API": ({ channel }) => db.block.deleteMany({ where: { channelId: channel.id } }),
};

test.each(Object.entries(changes))("%s takes a plan back to the horizon at the next tick", async (_, change) => {
  const made = await onAir();
  const other = await onAir();
  for (const { channel } of [made, other]) await planAheadOf(channel.id, at(0));
  const untouched = await lineOf(other.channel);
  await change(made);
  await takeBackStalePlans(at(100));
  const end = endOf(await lineOf(made.channel));
  expect(end).toBeGreaterThanOrEqual(at(160).getTime());
  expect(end).toBeLessThan(at(166).getTime());
  expect(await lineOf(other.channel)).toEqual(untouched);
});

test("what a transcode reports all the time takes no plan back", async () => {
  const made = await onAir();
  await planAheadOf(made.channel.id, at(0));
  const plan = await lineOf(made.channel);
  await db.contentItem.update({
    where: { id: made.film.id },
    data: { progressPercent: 50, heartbeatAt: at(50), views: 7 },
  });
  await takeBackStalePlans(at(100));
  expect(await lineOf(made.channel)).toEqual(plan);
});

test("the tick plans every published channel; one that fails does not stop the others", async () => {
  while ((await commitDueAirings(at(0))).committed > 0); // channels of the tests above
  const made = [await onAir(), await onAir({ kind: "loop" }), await onAir({ filler: {} })];
  const { channel: broken } = await onAir();
  const wornOut = 2n ** 63n - 1n; // no number follows
  await db.airing.create({
    data: {
      channelId: broken.id,
      kind: "slate",
      startsAt: new Date(0),
      endsAt: new Date(4_000),
      firstSegment: 0,
      segmentCount: 1,
      mediaSequence: wornOut,
      discontinuitySequence: 1n,
    },
  });
  expect(await commitDueAirings(at(0))).toEqual({ committed: 3, failed: 1 });
  for (const { channel } of made) expect(endOf(await lineOf(channel))).toBeGreaterThan(START + 15 * 60_000);
  expect(await lineOf(broken)).toHaveLength(1);
  expect(await commitDueAirings(at(0))).toEqual({ committed: 0, failed: 1 });
});
