import { beforeAll, describe, expect, test } from "vitest";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { publishChannel } from "@/server/channels/publish-channel";
import * as route from "./route";

const DAY = { from: "2031-01-01T00:00:00Z", to: "2031-01-02T00:00:00Z" };

let slug: string;
beforeAll(async () => {
  const ada = await seedCreator();
  const channel = await seedChannel(ada);
  slug = channel.slug;
  await seedBlock(channel, await seedReadyContent(ada, { title: "Film" }), new Date("2031-01-01T20:00:00Z"), 60_000);
  await publishChannel(ada, channel.id);
});

const guide = (query: Record<string, string>, idOrSlug = slug) => call(route, "GET", { params: { idOrSlug }, query });

describe("200", () => {
  test("the programmes of a window", async () => {
    const { status, body } = await guide(DAY);
    expect(status).toBe(200);
    expect(body.programmes).toMatchObject([{ title: "Film", startsAt: "2031-01-01T20:00:00.000Z" }]);
  });
});

describe("404", () => {
  test("a channel that never was", async () => {
    expect((await guide(DAY, "never-was")).status).toBe(404);
  });
});

describe("422", () => {
  test("a window that runs backwards", async () => {
    expect((await guide({ from: DAY.to, to: DAY.from })).status).toBe(422);
  });
});
