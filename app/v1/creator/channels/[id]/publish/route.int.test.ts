import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const publish = (id: string, as: Actor | string = ada) => call(route, "POST", { as, params: { id } });

describe("200", () => {
  test("what plays is decided a minute ahead before the reply", async () => {
    const channel = await seedChannel(ada);
    const clip = await seedReadyContent(ada, { durationMs: 120_000 });
    const block = await seedBlock(channel, clip, new Date(Date.now() - 1000), 120_000);
    const { status, body } = await publish(channel.id);
    expect([status, body.status]).toEqual([200, "published"]);
    const airings = await db.airing.findMany({ where: { channelId: channel.id }, orderBy: { mediaSequence: "asc" } });
    expect(airings.map((airing) => airing.blockId)).toContain(block.id);
    expect(airings.at(-1)!.endsAt.getTime()).toBeGreaterThan(Date.now() + 59_000);
  });

  test("an empty channel shows the slate; publishing again changes nothing", async () => {
    const { id } = await seedChannel(ada);
    const first = await publish(id);
    const second = await publish(id);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect((await db.airing.findMany({ where: { channelId: id } })).every((airing) => airing.kind === "slate")).toBe(
      true,
    );
  });

  test("many at once publish once", async () => {
    const { id } = await seedChannel(ada);
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(id)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedChannel(ada);
    expect((await call(route, "POST", { params: { id } })).status).toBe(401);
    expect((await publish(id, await seedApiKey(ada, "channel:read"))).status).toBe(403);
    expect((await publish(id, await seedCreator())).status).toBe(404);
  });
});
