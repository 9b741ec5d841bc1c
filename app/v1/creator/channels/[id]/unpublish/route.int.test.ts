import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import { LEAVE_AIR_MS } from "@/server/playout/withdraw-airings";
import * as publicChannel from "../../../../channels/[idOrSlug]/route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const unpublish = (id: string, as: Actor | string = ada) => call(route, "POST", { as, params: { id } });

describe("200", () => {
  test("the channel is a draft at once and leaves the air a moment later, in all processes together", async () => {
    const { id } = await seedChannel(ada);
    await publishChannel(ada, id);
    const askedMs = Date.now();
    const { body } = await unpublish(id);
    const answeredMs = Date.now();
    const { statusChangesAt } = await db.channel.findUniqueOrThrow({ where: { id } });
    expect(body.status).toBe("draft");
    expect(statusChangesAt.getTime()).toBeGreaterThanOrEqual(askedMs + LEAVE_AIR_MS);
    expect(statusChangesAt.getTime()).toBeLessThanOrEqual(answeredMs + LEAVE_AIR_MS);
    expect((await call(publicChannel, "GET", { params: { idOrSlug: id } })).status).toBe(404);
  });

  test("a draft stays as it is; publishing again goes on from the last number", async () => {
    const { id } = await seedChannel(ada);
    expect((await unpublish(id)).status).toBe(200);
    await publishChannel(ada, id);
    await unpublish(id);
    const left = await db.airing.aggregate({ where: { channelId: id }, _max: { mediaSequence: true } });
    await publishChannel(ada, id);
    const back = await db.airing.aggregate({ where: { channelId: id }, _max: { mediaSequence: true } });
    expect(Number(back._max.mediaSequence)).toBeGreaterThan(Number(left._max.mediaSequence));
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedChannel(ada);
    expect((await call(route, "POST", { params: { id } })).status).toBe(401);
    expect((await unpublish(id, await seedApiKey(ada, "channel:read"))).status).toBe(403);
    expect((await unpublish(id, await seedCreator())).status).toBe(404);
  });
});
