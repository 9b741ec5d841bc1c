import { describe, expect, test } from "vitest";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as route from "./route";

const ORIGIN = "http://lineup.test";
const ask = (query: Record<string, string | number>) => call(route, "GET", { query });

async function onAir() {
  const ada = await seedCreator();
  const { id, slug } = await seedChannel(ada, { name: 'Harbour "TV"' });
  await db.channel.update({ where: { id }, data: { status: "published" } });
  return { ada, id, slug };
}

describe("200", () => {
  test("the page of a channel is embedded as its player, in the size that was asked for", async () => {
    const { slug } = await onAir();
    const { status, body, headers } = await ask({ url: `${ORIGIN}/watch/${slug}`, maxwidth: 640, format: "json" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: "1.0", type: "video", title: 'Harbour "TV"', width: 640, height: 360 });
    expect(body.html).toContain(
      `<iframe src="${ORIGIN}/embed/watch/${slug}" title="Harbour &quot;TV&quot;" width="640"`,
    );
    expect(body).not.toHaveProperty("thumbnail_url");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("with the picture of what is on, and its measures", async () => {
    const { ada, id, slug } = await onAir();
    const film = await seedReadyContent(ada);
    await seedBlock({ id }, film, new Date(Date.now() - 60_000), 600_000);
    const sizes = { landscape: { width: 1280, height: 720 }, portrait: { width: 800, height: 1200 } };
    const shapes = { ...sizes, square: sizes.portrait, banner: sizes.landscape, thumbnail: sizes.landscape };
    await db.encoding.updateMany({ where: { contentItemId: film.id }, data: { pictures: { shapes } } });
    const { body } = await ask({ url: `${ORIGIN}/embed/watch/${slug}` });
    expect(body).toMatchObject({ thumbnail_width: 1280, thumbnail_height: 720 });
    expect(body.thumbnail_url).toMatch(new RegExp(`^${ORIGIN}/media/.*landscape\\.jpg$`));
  });
});

describe("400, 422", () => {
  test.each([
    [400, {}],
    [422, { url: "" }],
    [422, { url: "x".repeat(2001) }],
    [422, { url: ORIGIN, maxwidth: 0 }],
    [422, { url: ORIGIN, maxheight: "wide" }],
  ])("%i for %j", async (status, query) => {
    expect((await ask(query as Record<string, string>)).status).toBe(status);
  });
});

describe("404", () => {
  test("for pages of others, pages without a player and channels off the air", async () => {
    const { id, slug } = await onAir();
    for (const url of [
      `https://evil.example/watch/${slug}`,
      `${ORIGIN}/library`,
      `${ORIGIN}/watch/nothing`,
      "harbour",
    ]) {
      expect((await ask({ url })).status, url).toBe(404);
    }
    await db.channel.update({ where: { id }, data: { status: "draft" } });
    expect((await ask({ url: `${ORIGIN}/watch/${slug}` })).status).toBe(404);
  });
});

describe("501", () => {
  test("for an answer as XML", async () => {
    const { slug } = await onAir();
    const { status, body } = await ask({ url: `${ORIGIN}/watch/${slug}`, format: "xml" });
    expect([status, body.error.code]).toEqual([501, "oembed.format_unsupported"]);
  });
});
