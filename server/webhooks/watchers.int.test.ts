import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { EventType } from "@/core/webhooks/events";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { publishChannel } from "../channels/publish-channel";
import { db } from "../db";
import { createEndpoint } from "./create-endpoint";
import { forgetOldEvents, freeWaiting } from "./forget-old";
import { tellStartedAirings } from "./tell-started-airings";
import { warnOfGaps } from "./warn-of-gaps";

const HOUR = 3_600_000;
let removeDatabase: () => Promise<void>;
let owner: Actor;

beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
  owner = await seedCreator();
  const eventTypes: EventType[] = ["airing.started", "schedule.gap_ahead", "channel.off_air_risk"];
  await createEndpoint(owner, { url: "https://hooks.example.com/", eventTypes, description: "" });
});
afterAll(() => removeDatabase());

async function told(channelId: string) {
  const rows = await db.webhookEvent.findMany({ where: { resourceId: channelId }, orderBy: { sequence: "asc" } });
  return rows.map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
}

test("each airing is told of once, when it begins, and nobody hears of what others own", async () => {
  const now = Date.now();
  const channel = await seedChannel(owner);
  const others = await seedChannel(await seedCreator());
  const [first, second] = [await seedReadyContent(owner, { title: "First" }), await seedReadyContent(owner)];
  for (const [item, at] of [
    [first, now - 20_000],
    [second, now + 40_000],
  ] as const) {
    await seedBlock(channel, item, new Date(at), 60_000);
    await seedBlock(others, null, new Date(at), 60_000);
  }
  await publishChannel(owner, channel.id);
  const begins = (await db.airing.findMany({ where: { channelId: channel.id, kind: "content" } })).map(({ startsAt }) =>
    startsAt.getTime(),
  );
  expect(await told(channel.id)).toMatchObject([{ type: "airing.started", title: "First" }]);

  await tellStartedAirings(new Date(now)); // looks for the first time
  const next = Math.max(...begins);
  expect(await tellStartedAirings(new Date(next - 10))).toBe(0);
  expect(await tellStartedAirings(new Date(next + 10))).toBe(1);
  expect(await tellStartedAirings(new Date(next + 10))).toBe(0);
  expect(await tellStartedAirings(new Date(next + 1_000))).toBe(0);
  expect(await told(channel.id)).toMatchObject([{ title: "First" }, { title: "Clip", contentItemId: second.id }]);
});

test("a gap and the end of the guide are told of once, and again when they come back", async () => {
  const now = new Date();
  const channel = await seedChannel(owner);
  const item = await seedReadyContent(owner, { durationMs: 3 * HOUR });
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
  await seedBlock(channel, item, at(-1), 2 * HOUR);
  const evening = await seedBlock(channel, item, at(1.5), 5 * HOUR);
  await db.channel.update({ where: { id: channel.id }, data: { status: "published", publishedAt: now } });
  const news = async (when: Date) => {
    const before = (await told(channel.id)).length;
    await warnOfGaps(when);
    return (await told(channel.id)).slice(before);
  };

  const gap = { type: "schedule.gap_ahead", startsAt: at(1).toISOString(), endsAt: at(1.5).toISOString() };
  expect(await news(now)).toMatchObject([gap]);
  expect(await news(at(0.1))).toEqual([]);
  const filled = await seedBlock(channel, item, at(1), HOUR / 2);
  expect(await news(at(0.2))).toEqual([]);
  await db.block.delete({ where: { id: filled.id } });
  expect(await news(at(0.3))).toMatchObject([gap]);

  await db.block.delete({ where: { id: evening.id } });
  expect(await news(at(0.4))).toMatchObject([{ type: "channel.off_air_risk", slateFrom: at(1).toISOString() }]);
  expect(await news(at(0.5))).toEqual([]);
  await db.channel.update({ where: { id: channel.id }, data: { filler: { contentItemIds: [item.id] } } });
  expect(await news(at(0.6))).toEqual([]);
  expect(await db.webhookNotice.count({ where: { channelId: channel.id } })).toBe(0);
});

test("what is old is forgotten, and what waits for nothing goes", async () => {
  const endpoint = await db.webhookEndpoint.findFirstOrThrow({ where: { ownerId: owner.userId } });
  const eventAt = (occurredAt: Date) =>
    db.webhookEvent.create({
      data: {
        ownerId: owner.userId,
        type: "airing.started",
        resourceId: "old",
        data: {},
        occurredAt,
        deliveries: { create: { endpointId: endpoint.id, resourceId: "old", position: 1 } },
      },
    });
  const old = await eventAt(new Date(Date.now() - 31 * 24 * HOUR));
  const young = await eventAt(new Date(Date.now() - 29 * 24 * HOUR));
  expect(await forgetOldEvents(new Date())).toBe(1);
  const left = await db.webhookDelivery.findMany({ where: { eventId: { in: [old.id, young.id] } } });
  expect(left).toMatchObject([{ eventId: young.id, nextAttemptAt: null }]);
  expect(await freeWaiting(new Date())).toBeGreaterThanOrEqual(1);
  expect((await db.webhookDelivery.findUniqueOrThrow({ where: { id: left[0]!.id } })).nextAttemptAt).not.toBeNull();
});
