import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { COMMIT_HORIZON_MS } from "@/core/playout/airing";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { publishChannel } from "../channels/publish-channel";
import { updateChannel } from "../channels/update-channel";
import { db } from "../db";
import { commitDueAirings } from "../playout/commit-due-airings";
import { extendAutofill } from "../schedule/extend-autofill";
import { placeBlock } from "../schedule/place-block";
import { approveContent } from "./approve-content";
import { blockContent } from "./block-content";
import { listLeftGuide } from "./list-left-guide";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const REASON = "The music is not cleared.";
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  grace = await seedCreator({ name: "Grace", isModerator: true });
});
beforeEach(async () => {
  ada = await seedCreator();
});

const block = (item: { id: string }) => blockContent(grace, item.id, { status: "ready", reason: REASON });
const leftOut = ({ id }: { id: string }) => listLeftGuide(ada, { channelId: id, page: 1, per_page: 20 });
const blocksOf = (item: { id: string }) =>
  db.block.findMany({ where: { contentItemId: item.id }, orderBy: { startsAt: "asc" } });

/** What a channel is committed or planned to play after the horizon that was committed before `at`. */
async function playedLater(channel: { id: string }, at: number): Promise<(string | null)[]> {
  await commitDueAirings(new Date());
  const later = { gte: new Date(at + COMMIT_HORIZON_MS + 10_000) };
  const rows = await db.airing.findMany({ where: { channelId: channel.id, startsAt: later } });
  return rows.map(({ contentItemId }) => contentItemId);
}

describe("a blocked item leaves the guide", () => {
  test("of every channel, from now on; what ended stays, and each guide says what it lost and why", async () => {
    const film = await seedReadyContent(ada, { title: "Late Film", durationMs: HOUR_MS });
    const other = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channels = [await seedChannel(ada), await seedChannel(ada)] as const;
    const past = await seedBlock(channels[0], film, inHours(-5), HOUR_MS);
    const inTwo = await seedBlock(channels[0], film, inHours(2), HOUR_MS);
    const inSeven = await seedBlock(channels[0], film, inHours(7), HOUR_MS);
    const kept = await seedBlock(channels[0], other, inHours(5), HOUR_MS);
    await seedBlock(channels[1], film, inHours(4), HOUR_MS);
    const version = async () => (await db.channel.findUniqueOrThrow({ where: { id: channels[0].id } })).scheduleVersion;
    const before = await version();
    expect((await leftOut(channels[0])).items).toEqual([]);

    await block(film);
    expect((await blocksOf(film)).map(({ id }) => id)).toEqual([past.id]);
    expect(await db.block.findUnique({ where: { id: kept.id } })).not.toBeNull();
    expect(await version()).toBe(before + 1);
    const said = {
      channelId: channels[0].id,
      title: "Late Film",
      contentItemId: film.id,
      reason: "blocked",
      message: `A moderator blocked it: ${REASON}`,
    };
    const named = await leftOut(channels[0]);
    expect(named).toMatchObject({ total: 2, page: 1, perPage: 20 });
    expect(named.items).toEqual([
      { ...said, startsAt: inTwo.startsAt.toISOString(), endsAt: inTwo.endsAt.toISOString() },
      { ...said, startsAt: inSeven.startsAt.toISOString(), endsAt: inSeven.endsAt.toISOString() },
    ]);
    expect(await leftOut(channels[1])).toMatchObject({ total: 1 });
    expect((await listLeftGuide(ada, { page: 1, per_page: 2 })).total).toBe(3);
    expect((await listLeftGuide(await seedCreator(), { page: 1, per_page: 2 })).total).toBe(0);
  });

  test("and what it lost is named until something else stands there", async () => {
    const film = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const other = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channel = await seedChannel(ada);
    const at = inHours(3);
    await seedBlock(channel, film, at, HOUR_MS);
    await block(film);
    expect((await leftOut(channel)).total).toBe(1);
    await approveContent(grace, film.id, { status: "blocked", note: "" });
    expect((await leftOut(channel)).items).toMatchObject([
      { startsAt: at.toISOString(), message: "It was blocked, and has been approved since: place it anew." },
    ]);
    await placeBlock(ada, {
      channelId: channel.id,
      contentItemId: other.id,
      startsAt: at.toISOString(),
      kind: "content",
    });
    expect((await leftOut(channel)).items).toEqual([]);
  });

  test("cannot be placed, and is not chosen by always-on auto-fill", async () => {
    const film = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const other = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const channel = await seedChannel(ada);
    await block(film);
    const place = { channelId: channel.id, contentItemId: film.id, startsAt: inHours(3).toISOString() };
    await expect(placeBlock(ada, { ...place, kind: "content" })).rejects.toMatchObject({
      code: "schedule.content_not_ready",
      details: { status: "blocked" },
    });
    await updateChannel(ada, channel.id, { autofill: { enabled: true, daysAhead: 1, strategy: "shuffle" } });
    await extendAutofill(ada, channel.id, new Date());
    const filled = await db.block.findMany({ where: { channelId: channel.id } });
    expect(new Set(filled.map(({ contentItemId }) => contentItemId))).toEqual(new Set([other.id]));
  });
});

describe("on the air", () => {
  test("what is committed goes out, the rest of the block is cut off, and something else plays", async () => {
    const film = await seedReadyContent(ada, { durationMs: 2 * HOUR_MS });
    const filler = await seedReadyContent(ada, { durationMs: 2 * MINUTE_MS, tags: ["filler"] });
    const channel = await seedChannel(ada);
    const startsAt = inHours(-0.5);
    await seedBlock(channel, film, startsAt, 2 * HOUR_MS);
    await updateChannel(ada, channel.id, { filler: { tags: ["filler"] } });
    await publishChannel(ada, channel.id);
    await commitDueAirings(new Date());
    const at = Date.now();
    await block(film);

    const [rest] = await blocksOf(film);
    expect(rest?.startsAt).toEqual(startsAt);
    expect(rest!.endsAt.getTime()).toBeGreaterThan(at);
    expect(rest!.endsAt.getTime()).toBeLessThan(at + 2 * COMMIT_HORIZON_MS);
    const onAir = { channelId: channel.id, startsAt: { lte: new Date(at) }, endsAt: { gt: new Date(at) } };
    expect(await db.airing.findFirst({ where: onAir })).toMatchObject({ contentItemId: film.id });
    const later = await playedLater(channel, at);
    expect(later.length).toBeGreaterThan(0);
    expect(new Set(later)).toEqual(new Set([filler.id]));
  });

  test("filler and loops go on without it, although they had planned it", async () => {
    const [bad, good] = [
      await seedReadyContent(ada, { durationMs: 2 * MINUTE_MS, tags: ["filler"] }),
      await seedReadyContent(ada, { durationMs: 2 * MINUTE_MS, tags: ["filler"] }),
    ];
    const filled = await seedChannel(ada);
    const loop = await seedChannel(ada);
    await updateChannel(ada, filled.id, { filler: { tags: ["filler"] } });
    await db.channel.update({ where: { id: loop.id }, data: { kind: "loop" } });
    await db.contentItem.updateMany({ where: { id: { in: [bad.id, good.id] } }, data: { channelId: loop.id } });
    for (const { id } of [filled, loop]) await publishChannel(ada, id);
    const at = Date.now();
    for (const channel of [filled, loop]) expect(await playedLater(channel, at)).toContain(bad.id);

    await block(bad);
    const now = Date.now();
    for (const channel of [filled, loop]) {
      const later = await playedLater(channel, now);
      expect(later).toContain(good.id);
      expect(later).not.toContain(bad.id);
    }
  });
});

describe("at the same time", () => {
  test("as it is placed on several channels: wherever it came to stand, it stands no more", async () => {
    const film = await seedReadyContent(ada, { durationMs: MINUTE_MS });
    const channels = await Promise.all(Array.from({ length: 6 }, () => seedChannel(ada)));
    const place = (channel: { id: string }, hours: number) =>
      placeBlock(ada, {
        channelId: channel.id,
        contentItemId: film.id,
        startsAt: inHours(hours).toISOString(),
        kind: "content",
      }).catch((thrown) => thrown.code);
    const placing = channels.flatMap((channel) => [1, 2, 3].map((hours) => place(channel, hours)));
    const [blocked, ...placed] = await Promise.all([block(film), ...placing]);
    expect(blocked.status).toBe("blocked");
    for (const outcome of placed) expect(outcome.id ?? outcome).toMatch(/^[0-9a-f-]{36}$|^schedule.content_not_ready$/);
    expect(await blocksOf(film)).toEqual([]);
  });
});
