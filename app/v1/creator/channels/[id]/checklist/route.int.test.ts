import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import * as route from "./route";

const HOUR_MS = 3_600_000;

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const read = (id: string, as: Actor | string = ada) => call(route, "GET", { as, params: { id } });
const passed = (body: { items: { id: string; passed: boolean }[] }) =>
  body.items.filter((item) => item.passed).map((item) => item.id);

describe("200", () => {
  test("a new channel passes nothing", async () => {
    const { body } = await read((await seedChannel(ada)).id);
    expect(body).toMatchObject({ passed: 0, total: 6 });
  });

  test("a channel that is ready passes everything", async () => {
    const channel = await seedChannel(ada);
    const film = await seedReadyContent(ada, { durationMs: 100 * HOUR_MS });
    await seedBlock(channel, film, new Date(Date.now() - HOUR_MS), 100 * HOUR_MS);
    await db.caption.create({
      data: {
        contentItemId: film.id,
        language: "en",
        label: "English",
        kind: "subtitles",
        source: "uploaded",
        storageKey: "x",
      },
    });
    await db.channel.update({ where: { id: channel.id }, data: { logoKey: "x", description: "Films" } });
    const { body } = await read(channel.id);
    expect(passed(body)).toEqual(["unique_content", "captions", "scheduled_ahead", "gaps", "logo", "description"]);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key for other things, somebody else", async () => {
    const { id } = await seedChannel(ada);
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect((await read(id, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await read(id, await seedCreator())).status).toBe(404);
  });
});
