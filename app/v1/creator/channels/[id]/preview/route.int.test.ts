import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import * as route from "./route";

const HOUR_MS = 3_600_000;

let ada: Actor;
let film: Awaited<ReturnType<typeof seedReadyContent>>;
beforeAll(async () => {
  ada = await seedCreator();
  film = await seedReadyContent(ada, { title: "Film", durationMs: HOUR_MS });
});

const preview = (id: string, at: string, as: Actor | string = ada) =>
  call(route, "GET", { as, params: { id }, query: { at } });
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

describe("200", () => {
  test("the programme that will be on air, how far it is by then, and where it plays", async () => {
    const channel = await seedChannel(ada);
    await publishChannel(ada, channel.id);
    const block = await seedBlock(channel, film, inHours(24), HOUR_MS);
    const at = new Date(block.startsAt.getTime() + 600_500);
    const { status, body } = await preview(channel.id, at.toISOString());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      at: at.toISOString(),
      isDecided: false,
      airing: { kind: "content", title: "Film", contentItemId: film.id, blockId: block.id },
    });
    expect(body.airing.hlsUrl).toMatch(new RegExp(`/v1/creator/content/${film.id}/master\\.m3u8$`));
    expect(Math.abs(body.airing.offsetSeconds - 600.5)).toBeLessThanOrEqual(2.6);
    expect(Math.abs(Date.parse(body.airing.startsAt) - block.startsAt.getTime())).toBeLessThanOrEqual(2_600);
  });

  test("the slate where nothing is planned, and what is on air now as decided", async () => {
    const channel = await seedChannel(ada);
    await publishChannel(ada, channel.id);
    const { body } = await preview(channel.id, new Date().toISOString());
    expect(body).toMatchObject({ isDecided: true, airing: { kind: "slate", contentItemId: null, hlsUrl: null } });
  });

  test("nothing before the channel was ever on the air", async () => {
    const channel = await seedChannel(ada);
    await publishChannel(ada, channel.id);
    expect((await preview(channel.id, inHours(-48).toISOString())).body).toMatchObject({ airing: null });
  });
});

describe("400, 401, 403, 404, 422", () => {
  test("no instant, nobody, a key for other things, somebody else, too far ahead, no instant at all", async () => {
    const { id } = await seedChannel(ada);
    const at = new Date().toISOString();
    expect((await call(route, "GET", { as: ada, params: { id } })).status).toBe(400);
    expect((await call(route, "GET", { params: { id }, query: { at } })).status).toBe(401);
    expect((await preview(id, at, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await preview(id, at, await seedCreator())).status).toBe(404);
    expect((await preview(id, inHours(15 * 24).toISOString())).status).toBe(422);
    expect((await preview(id, "tomorrow")).status).toBe(422);
  });
});
