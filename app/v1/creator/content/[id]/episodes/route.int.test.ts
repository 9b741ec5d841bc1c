import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedContent, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { createContainer } from "@/server/content/create-container";
import { placeBlock } from "@/server/schedule/place-block";
import * as item from "../route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const seedSeries = (title = "The Line") => createContainer(ada, { type: "series", title });
const episodes = (id: string, query: Record<string, string | number> = {}, as: Actor | string = ada) =>
  call(route, "GET", { as, params: { id }, query });
const order = (id: string, seasonNumber: number | null, contentItemIds: string[], as: Actor | string = ada) =>
  call(route, "PUT", { as, params: { id }, body: { seasonNumber, contentItemIds } });
const patch = (id: string, body: object) => call(item, "PATCH", { as: ada, params: { id }, body });
const labels = (answer: { body: { items: { title: string; episodeLabel: string | null }[] } }) =>
  answer.body.items.map(({ title, episodeLabel }) => `${title} ${episodeLabel}`);

async function clips(...titles: string[]): Promise<string[]> {
  const rows = [];
  for (const title of titles) rows.push(await seedContent(ada, { title, type: "episode" }));
  return rows.map(({ id }) => id);
}

describe("200", () => {
  test("episodes stand in the order in which they are watched, whatever order they came in", async () => {
    const { id } = await seedSeries();
    const numbers = { finale: [1, 10], pilot: [1, 1], return: [2, 1], special: [0, 1], loose: [null, null] } as const;
    for (const [title, [seasonNumber, episodeNumber]] of Object.entries(numbers)) {
      await seedContent(ada, { title, seriesId: id, seasonNumber, episodeNumber });
    }
    const { body } = await episodes(id);
    expect(labels({ body })).toEqual(["special S0 E1", "pilot S1 E1", "finale S1 E10", "return S2 E1", "loose null"]);
    expect(body.items[0].seriesTitle).toBe("The Line");
    expect(labels(await episodes(id, { season: 1 }))).toEqual(["pilot S1 E1", "finale S1 E10"]);
    expect(labels(await episodes(id, { page: 2, per_page: 3 }))).toEqual(["return S2 E1", "loose null"]);
  });

  test("seasons are counted, also those that have an entry and no episode yet", async () => {
    const { id } = await seedSeries();
    await seedContent(ada, { seriesId: id, seasonNumber: 1, episodeNumber: 1 });
    const second = await createContainer(ada, { type: "season", title: "Year two", seriesId: id, seasonNumber: 2 });
    expect((await episodes(id)).body.seasons).toEqual([
      { seasonNumber: 1, contentItemId: null, title: null, episodes: 1 },
      { seasonNumber: 2, contentItemId: second.id, title: "Year two", episodes: 0 },
    ]);
    expect((await episodes(second.id)).body).toMatchObject({ items: [], total: 0 });
  });

  test("an order numbers a season from 1; what it does not name follows", async () => {
    const { id } = await seedSeries();
    const [a, b, c] = (await clips("a", "b", "c")) as [string, string, string];
    expect(labels(await order(id, 1, [a, b, c]))).toEqual(["a S1 E1", "b S1 E2", "c S1 E3"]);
    expect(labels(await order(id, 1, [c]))).toEqual(["c S1 E1", "a S1 E2", "b S1 E3"]);
    expect(labels(await order(id, 2, [b]))).toEqual(["c S1 E1", "a S1 E2", "b S2 E1"]);
  });

  test("a deleted series leaves its episodes in the library and takes its seasons along", async () => {
    const { id } = await seedSeries();
    const [episode] = (await clips("kept")) as [string];
    await order(id, 1, [episode]);
    const season = await createContainer(ada, { type: "season", title: "One", seriesId: id, seasonNumber: 1 });
    await call(item, "DELETE", { as: ada, params: { id } });
    const kept = await call(item, "GET", { as: ada, params: { id: episode } });
    expect(kept.body).toMatchObject({ seriesId: null, seasonNumber: 1, episodeNumber: 1 });
    expect((await call(item, "GET", { as: ada, params: { id: season.id } })).status).toBe(404);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else's series or item, an item that is no series", async () => {
    const { id } = await seedSeries();
    const eve = await seedCreator();
    const [clip] = (await clips("clip")) as [string];
    const hers = await seedContent(eve);
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect((await order(id, 1, [clip], await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await episodes(id, {}, eve)).status).toBe(404);
    expect((await order(id, 1, [hers.id])).status).toBe(404);
    expect((await episodes(clip)).status).toBe(404);
    expect((await patch(clip, { seriesId: hers.id })).status).toBe(404);
  });
});

describe("409", () => {
  test("a series cannot be scheduled, and the answer says what can", async () => {
    const { id } = await seedSeries();
    const channel = await seedChannel(ada);
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const place = placeBlock(ada, { channelId: channel.id, contentItemId: id, kind: "content", startsAt });
    await expect(place).rejects.toMatchObject({
      code: "schedule.content_not_schedulable",
      message: expect.stringContaining("episodes"),
    });
  });
});

describe("422", () => {
  test("what cannot belong to a series, or be one", async () => {
    const { id } = await seedSeries();
    const other = await seedSeries("Other");
    const [clip] = (await clips("clip")) as [string];
    const pathOf = async (answer: ReturnType<typeof patch>) => (await answer).body.error.details.issues[0].path[0];
    expect(await pathOf(patch(clip, { seriesId: clip }))).toBe("seriesId");
    expect(await pathOf(patch(other.id, { seriesId: id }))).toBe("seriesId");
    expect(await pathOf(patch(id, { type: "movie" }))).toBe("type");
    expect(await pathOf(patch(clip, { seasonNumber: -1 }))).toBe("seasonNumber");
    expect((await order(clip, 1, [clip])).status).toBe(422);
    expect((await order(id, 1, [other.id])).status).toBe(422);
    await order(id, 1, [clip]);
    expect(await pathOf(patch(id, { type: "season" }))).toBe("type");
  });
});
