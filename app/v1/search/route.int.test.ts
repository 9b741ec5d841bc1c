import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { searchTitle } from "@/core/content/search-title";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import { blockContent } from "@/server/moderation/block-content";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const soon = (ms: number) => new Date(Date.now() + ms);
/** Letters that no other test's titles hold. */
const mark = randomUUID()
  .replace(/[^a-f]/g, "")
  .slice(0, 6);

let ada: Actor;
let channel: { id: string; slug: string; name: string };
let film: { id: string };

async function channelOnAir(fields: { name: string; description?: string }) {
  const { id } = await seedChannel(ada, { name: fields.name });
  return db.channel.update({ where: { id }, data: { status: "published", ...fields } });
}

beforeAll(async () => {
  ada = await seedCreator();
  channel = await channelOnAir({ name: `Ökologie ${mark}`, description: `Gardens of the ${mark}hinterland` });
  film = await seedReadyContent(ada, { title: `The Harbour Nights ${mark}` });
  await seedBlock(channel, film, soon(-minutes(5)), minutes(30));
  await seedBlock(channel, film, soon(minutes(120)), minutes(30));
});

const search = (q: string, query = {}, headers = {}) => call(route, "GET", { query: { q, ...query }, headers });
type Found = { type: string; id?: string; contentItemId?: string; channel?: { id: string } };
const found = async (q: string): Promise<Found[]> => (await search(q)).body.items;

describe("200", () => {
  test("a channel by its name, whatever the case and the accents, with what it plays now and next", async () => {
    const { body, headers } = await search(`okologie ${mark}`);
    expect(body.items[0]).toMatchObject({
      type: "channel",
      id: channel.id,
      now: { title: `The Harbour Nights ${mark}` },
      next: { title: `The Harbour Nights ${mark}` },
    });
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("RateLimit-Limit")).toBe("60");
  });

  test("a programme that is on the air, once, at the showing that is on, with its channel", async () => {
    const programmes = (await found(`harbour nights ${mark}`)).filter(({ type }) => type === "programme");
    expect(programmes).toHaveLength(1);
    expect(programmes[0]).toMatchObject({
      contentItemId: film.id,
      isOnAir: true,
      channel: { id: channel.id, slug: channel.slug, now: { title: `The Harbour Nights ${mark}` } },
    });
  });

  test("with letters wrong", async () => {
    for (const q of [`harbor nights ${mark}`, `Harbur Nigths ${mark}`, `okolgie ${mark}`]) {
      expect(
        (await found(q)).map(({ id, contentItemId }) => id ?? contentItemId),
        q,
      ).toEqual(expect.arrayContaining([q.startsWith("ok") ? channel.id : film.id]));
    }
  });

  test("by a word of a description, after those that have it in their name", async () => {
    const named = await channelOnAir({ name: `The ${mark}hinterland` });
    const ids = (await found(`${mark}hinterland`)).map(({ id }) => id);
    expect(ids.indexOf(named.id)).toBe(0);
    expect(ids).toContain(channel.id);
  });

  test("no drafts, and no programmes that nobody will show", async () => {
    const draft = await seedChannel(ada, { name: `Draft ${mark}wall` });
    const shown = await seedReadyContent(ada, { title: `Once ${mark}wall` });
    await seedBlock(draft, shown, soon(minutes(10)), minutes(10));
    await seedBlock(channel, shown, soon(-minutes(60)), minutes(10));
    await seedBlock(channel, shown, soon(minutes(60 * 24 * 15)), minutes(10));
    const ids = (await found(`${mark}wall`)).flatMap(({ id, contentItemId }) => [id, contentItemId]);
    expect(ids).not.toContain(draft.id);
    expect(ids).not.toContain(shown.id);
  });

  test("no programme that a moderator has blocked, although its last minute is still on the air", async () => {
    const shown = await seedReadyContent(ada, { title: `Banned ${mark}reel` });
    await seedBlock(await channelOnAir({ name: "Nights" }), shown, soon(-minutes(1)), minutes(30));
    const ids = async () => (await found(`banned ${mark}reel`)).map(({ contentItemId }) => contentItemId);
    expect(await ids()).toContain(shown.id);
    const grace = await seedCreator({ isModerator: true });
    await blockContent(grace, shown.id, { status: "ready", reason: "Stolen." });
    expect(await ids()).not.toContain(shown.id);
  });

  test("a loop's programmes, which have no blocks", async () => {
    const loop = await channelOnAir({ name: "Loop" });
    const looped = await seedReadyContent(ada, { title: `Round ${mark}about` });
    const { encodingId } = await db.contentItem.findUniqueOrThrow({ where: { id: looped.id } });
    await db.airing.create({
      data: {
        channelId: loop.id,
        kind: "content",
        contentItemId: looped.id,
        encodingId,
        startsAt: soon(-minutes(1)),
        endsAt: soon(minutes(1)),
        firstSegment: 0,
        segmentCount: 30,
        mediaSequence: 0,
        discontinuitySequence: 0,
      },
    });
    expect((await found(`round ${mark}about`))[0]).toMatchObject({
      type: "programme",
      contentItemId: looped.id,
      isOnAir: true,
    });
  });

  test("pages, and nothing for signs that mean something to a database", async () => {
    const { body } = await search(mark, { per_page: 1, page: 2 });
    expect(body).toMatchObject({ page: 2, perPage: 1 });
    expect(body.items).toHaveLength(1);
    expect(body.total).toBeGreaterThan(1);
    for (const q of ["%", "'; DROP TABLE channel; --", '" OR (', "\\", "!&|:*"]) {
      const { status, body } = await search(`${q}${randomUUID()}`);
      expect([status, body.total], q).toEqual([200, 0]);
    }
  });

  test("names are compared as titles are kept", async () => {
    const texts = ["Ökologie", "STRASSE straße", "Ærø Łódź œuvre þing", "ＷＩＤＥ", "İstanbul ılık", "Привет"];
    const rows = await db.$queryRaw<{ folded: string }[]>`
      SELECT search_fold(text) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(text, n) ORDER BY n`;
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(searchTitle));
  });
});

describe("400, 422", () => {
  test.each([
    [400, {}],
    [422, { q: " " }],
    [422, { q: "x".repeat(101) }],
    [422, { q: "x", per_page: 101 }],
  ])("%i for %j", async (status, query) => {
    expect((await call(route, "GET", { query })).status).toBe(status);
  });
});

describe("429", () => {
  test("sixty searches a minute from one address, or from one IPv6 network", async () => {
    const network = `2001:db8:${(1 + Math.floor(Math.random() * 0xfffe)).toString(16)}:1`;
    const from = (host: number) => search("x", {}, { "X-Forwarded-For": `${network}::${host.toString(16)}` });
    const answers = await Promise.all(Array.from({ length: 61 }, (_, index) => from(index + 1)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});
