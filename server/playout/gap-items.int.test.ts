import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { publishChannel } from "../channels/publish-channel";
import { updateChannel } from "../channels/update-channel";
import { db } from "../db";
import { loopOf } from "./loop-items";
import { blocksFrom, fillerItems } from "./playable-items";

const HOUR_MS = 3_600_000;
let ada: Actor;

beforeEach(async () => {
  ada = await seedCreator();
});

async function seedGroup(...items: { id: string }[]) {
  const create = items.map(({ id }, position) => ({ contentItemId: id, position }));
  return db.contentGroup.create({
    data: { ownerId: ada.userId, name: "Idents", kind: "static", items: { create } },
  });
}

describe("filler", () => {
  test("comes from items, tags and groups together, each item once, ready ones only", async () => {
    const named = await seedReadyContent(ada);
    const tagged = await seedReadyContent(ada, { tags: ["ident"] });
    const grouped = await seedReadyContent(ada);
    const failed = await seedContent(ada, { status: "failed", tags: ["ident"] });
    await seedReadyContent(ada);
    const group = await seedGroup(grouped, tagged, failed);
    const filler = { contentItemIds: [named.id, failed.id], tags: ["ident"], contentGroupIds: [group.id] };
    const items = await fillerItems(db, ada.userId, filler);
    expect(items.map((item) => item.contentItemId)).toEqual([named.id, tagged.id, grouped.id].sort());
  });

  test("of somebody else, or of a group that was deleted, is none", async () => {
    const item = await seedReadyContent(ada, { tags: ["ident"] });
    const group = await seedGroup(item);
    const eve = await seedCreator();
    const filler = { contentItemIds: [item.id], tags: ["ident"], contentGroupIds: [group.id] };
    expect(await fillerItems(db, eve.userId, filler)).toEqual([]);
    await db.contentGroup.delete({ where: { id: group.id } });
    expect(await fillerItems(db, ada.userId, { contentGroupIds: [group.id] })).toEqual([]);
    expect(await fillerItems(db, ada.userId, {})).toEqual([]);
  });

  test("of a group plays in the gap of a channel on air, and not outside its rights", async () => {
    const ident = await seedReadyContent(ada, { durationMs: 20_000 });
    const lapsed = await seedReadyContent(ada, { durationMs: 20_000 });
    await db.contentItem.update({ where: { id: lapsed.id }, data: { rightsUntil: new Date(Date.now() - HOUR_MS) } });
    const channel = await seedChannel(ada);
    const group = await seedGroup(ident, lapsed);
    await updateChannel(ada, channel.id, { filler: { contentGroupIds: [group.id] } });
    await publishChannel(ada, channel.id);
    const airings = await db.airing.findMany({ where: { channelId: channel.id } });
    expect(airings.length).toBeGreaterThan(3);
    expect(new Set(airings.map((airing) => `${airing.kind} ${airing.contentItemId}`))).toEqual(
      new Set([`filler ${ident.id}`]),
    );
  });
});

describe("a block", () => {
  test("whose item lost its rights after it was placed has nothing to play, nor does one after it wait for it", async () => {
    const channel = await seedChannel(ada);
    const leased = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const own = await seedReadyContent(ada, { durationMs: HOUR_MS });
    const start = new Date("2031-05-03T20:00:00Z");
    const at = (hours: number) => new Date(start.getTime() + hours * HOUR_MS);
    await seedBlock(channel, leased, at(0), HOUR_MS);
    await seedBlock(channel, leased, at(2), HOUR_MS);
    await seedBlock(channel, own, at(3), HOUR_MS);
    await db.contentItem.update({ where: { id: leased.id }, data: { rightsUntil: at(0.5) } });
    const blocks = await blocksFrom(db, channel.id, at(0), at(1));
    expect(blocks.map(({ item, startsAtMs }) => [item?.contentItemId, startsAtMs])).toEqual([
      [undefined, at(0).getTime()],
      [own.id, at(3).getTime()],
    ]);
  });
});

describe("a loop", () => {
  async function seedLoop() {
    const channel = await seedChannel(ada);
    const items = [];
    for (let count = 0; count < 4; count++) items.push(await seedReadyContent(ada, { durationMs: 24_000 }));
    const ids = items.map(({ id }) => id);
    await db.contentItem.updateMany({ where: { id: { in: ids } }, data: { channelId: channel.id } });
    await db.channel.update({ where: { id: channel.id }, data: { kind: "loop" } });
    return { channel, ids: ids as [string, string, string, string] };
  }
  const played = async (channelId: string) => {
    const airings = await db.airing.findMany({ where: { channelId }, orderBy: { mediaSequence: "asc" } });
    return airings.map((airing) => airing.contentItemId);
  };

  test("plays in the creator's order on air, what is not named last", async () => {
    const { channel, ids } = await seedLoop();
    const [a, b, c, d] = ids;
    await updateChannel(ada, channel.id, { loopOrder: [c, a] });
    await publishChannel(ada, channel.id);
    const order = [c, a, b, d];
    const airings = await played(channel.id);
    expect(airings.length).toBeGreaterThan(4);
    expect(airings).toEqual(airings.map((_, index) => order[index % 4]));
  });

  test("goes on at its place when what played last is taken out, and follows a new order from there", async () => {
    const { channel, ids } = await seedLoop();
    const [a, b, c, d] = ids;
    await publishChannel(ada, channel.id);
    const last = (await played(channel.id)).at(-1)!;
    const following = ids[(ids.indexOf(last) + 1) % 4]!;
    const place = async () => {
      const { loop, previousLoopItemId } = await loopOf(db, channel.id);
      const order = loop.map((item) => item.contentItemId);
      return order[(order.indexOf(previousLoopItemId ?? "") + 1) % order.length];
    };
    expect(await place()).toBe(following);
    await db.contentItem.update({ where: { id: last }, data: { channelId: null } });
    expect(await place()).toBe(following);
    const reversed = [d, c, b, a];
    await updateChannel(ada, channel.id, { loopOrder: reversed });
    expect(await place()).toBe(reversed.filter((id) => id !== last)[reversed.indexOf(last) % 3]);
  });
});
