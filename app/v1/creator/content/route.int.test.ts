import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { createGroup } from "@/server/content-groups/create-group";
import { setGroupItems } from "@/server/content-groups/set-group-items";
import * as words from "./labels/route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const list = (query: Record<string, string | number> = {}, as: Actor | string = ada) =>
  call(route, "GET", { as, query });
const create = (body: object, as: Actor | string = ada) => call(route, "POST", { as, body });
const titles = (answer: { body: { items: { title: string }[] } }) => answer.body.items.map((item) => item.title);

/** A creator whose library holds these titles, in this order. */
async function libraryOf(...names: string[]) {
  const owner = await seedCreator();
  for (const title of names) await seedContent(owner, { title });
  return owner;
}

describe("200", () => {
  test("an item is shown with absolute addresses and what it will play from", async () => {
    const owner = await seedCreator();
    const ready = await seedReadyContent(owner, { title: "Ready", durationMs: 90_500 });
    const { body } = await list({}, owner);
    expect(body).toMatchObject({ total: 1, page: 1, perPage: 20 });
    expect(body.items[0]).toMatchObject({
      id: ready.id,
      status: "ready",
      error: null,
      progressPercent: 100,
      durationSeconds: 90.5,
      sizeBytes: 1000,
      type: "movie",
      playback: {
        hls: `http://lineup.test/v1/creator/content/${ready.id}/master.m3u8`,
        dash: `http://lineup.test/v1/creator/content/${ready.id}/manifest.mpd`,
      },
      posters: { landscape: null, portrait: null, square: null, banner: null, thumbnail: null },
    });
  });

  test.each([
    ["created_at", "desc"],
    ["title", "asc"],
  ])(
    "pages by %s as of the first neither repeat nor leave out anything while items come in",
    async (sort, direction) => {
      const owner = await libraryOf("b", "d", "f", "h");
      const query = { sort, direction, per_page: 2 };
      const first = await list(query, owner);
      const latest = new Date(Date.parse(first.body.asOf) + 1000);
      for (const title of ["a", "c", "z"]) await seedContent(owner, { title, createdAt: latest });
      const second = await list({ ...query, page: 2, as_of: first.body.asOf }, owner);
      expect([...titles(first), ...titles(second)].sort()).toEqual(["b", "d", "f", "h"]);
      expect(second.body).toMatchObject({ total: 4, asOf: first.body.asOf });
      expect((await list(query, owner)).body).toMatchObject({ total: 7, asOf: latest.toISOString() });
    },
  );

  test("an empty list is as of no time", async () => {
    expect((await list({}, await seedCreator())).body).toMatchObject({ items: [], total: 0, asOf: null });
  });

  test("a failed item says why, and plays nothing", async () => {
    const owner = await seedCreator();
    await seedContent(owner, { status: "failed", errorCode: "source.no_streams", errorMessage: "The file is empty." });
    const { body } = await list({}, owner);
    expect(body.items[0].error).toEqual({ code: "source.no_streams", message: "The file is empty." });
    expect(body.items[0].playback).toBeNull();
  });

  test("filters: status, channel; deleted items are never listed", async () => {
    const owner = await seedCreator();
    const channel = await seedChannel(owner);
    await seedContent(owner, { title: "here", channelId: channel.id, status: "ready", durationMs: 1000 });
    await seedContent(owner, { title: "there", status: "failed" });
    await seedContent(owner, { title: "gone", status: "deleted" });
    expect(titles(await list({ status: "failed" }, owner))).toEqual(["there"]);
    expect(titles(await list({ channel_id: channel.id }, owner))).toEqual(["here"]);
    expect((await list({}, owner)).body.total).toBe(2);
  });

  test("filters: what can be put on a schedule, and what cannot", async () => {
    const owner = await seedCreator();
    const film = await seedReadyContent(owner);
    const series = await seedContent(owner, { type: "series", status: "ready", sourceKind: "none" });
    const failed = await seedContent(owner, { status: "failed" });
    const listed = async (schedulable: string) => {
      const { body } = await call(route, "GET", { as: owner, query: { schedulable } });
      return body.items.map(({ id }: { id: string }) => id).sort();
    };
    expect(await listed("true")).toEqual([film.id]);
    expect(await listed("false")).toEqual([series.id, failed.id].sort());
  });

  test("filters: type, tag, genre, language, series, group; several narrow the list", async () => {
    const owner = await seedCreator();
    const series = await create({ type: "series", title: "series" }, owner);
    await seedContent(owner, { title: "one", type: "episode", seriesId: series.body.id, tags: ["x", "y"] });
    const two = await seedContent(owner, { title: "two", genres: ["x"], language: "de" });
    const group = await createGroup(owner, { name: "group", kind: "static" });
    await setGroupItems(owner, group.id, { contentItemIds: [two.id] });
    expect(titles(await list({ type: "series" }, owner))).toEqual(["series"]);
    expect(titles(await list({ tag: "x" }, owner))).toEqual(["one"]);
    expect(titles(await list({ genre: "x", language: "de" }, owner))).toEqual(["two"]);
    expect(titles(await list({ genre: "x", language: "en" }, owner))).toEqual([]);
    expect(titles(await list({ series_id: series.body.id }, owner))).toEqual(["one"]);
    expect(titles(await list({ group_id: group.id }, owner))).toEqual(["two"]);
    expect((await list({ group_id: group.id })).status).toBe(404);
  });

  test("the words in use, most used first", async () => {
    const owner = await seedCreator();
    await seedContent(owner, { tags: ["rare", "common"], genres: ["drama"], language: "de", ageRatings: ["FSK 12"] });
    await seedContent(owner, { tags: ["common"], status: "failed" });
    await seedContent(owner, { tags: ["gone"], status: "deleted" });
    expect((await call(words, "GET", { as: owner })).body).toEqual({
      tags: [
        { label: "common", items: 2 },
        { label: "rare", items: 1 },
      ],
      genres: [{ label: "drama", items: 1 }],
      languages: [{ label: "de", items: 1 }],
      ageRatings: [{ label: "FSK 12", items: 1 }],
    });
  });

  test("q finds parts of titles without regard to case and accents; % _ and \\ are letters", async () => {
    const owner = await libraryOf("Crème Brûlée", "100% Ökologie", "under_score", "back\\slash", "Straße");
    expect(titles(await list({ q: "CREME" }, owner))).toEqual(["Crème Brûlée"]);
    expect(titles(await list({ q: "ÖKO" }, owner))).toEqual(["100% Ökologie"]);
    expect(titles(await list({ q: "strasse" }, owner))).toEqual(["Straße"]);
    expect(titles(await list({ q: "%" }, owner))).toEqual(["100% Ökologie"]);
    expect(titles(await list({ q: "_" }, owner))).toEqual(["under_score"]);
    expect(titles(await list({ q: "\\" }, owner))).toEqual(["back\\slash"]);
    expect((await list({ q: "nothing like it" }, owner)).body).toMatchObject({ items: [], total: 0 });
  });

  test("titles sort as people sort them, equal ones by id", async () => {
    const owner = await libraryOf("zebra", "Äpfel", "apfel", "Zebra", "banana", "banana");
    expect(titles(await list({ sort: "title", direction: "asc" }, owner))).toEqual([
      "apfel",
      "Äpfel",
      "banana",
      "banana",
      "zebra",
      "Zebra",
    ]);
    const up = (await list({ sort: "title", direction: "asc" }, owner)).body.items.map(
      (item: { id: string }) => item.id,
    );
    const down = (await list({ sort: "title", direction: "desc" }, owner)).body.items.map(
      (item: { id: string }) => item.id,
    );
    expect(down).toEqual([...up].reverse());
  });

  test("newest first unless told otherwise; by duration and views", async () => {
    const owner = await seedCreator();
    await seedContent(owner, { title: "old", durationMs: 5000, views: 1 });
    await seedContent(owner, { title: "middle", durationMs: 1000, views: 9 });
    await seedContent(owner, { title: "new", views: 5 });
    expect(titles(await list({}, owner))).toEqual(["new", "middle", "old"]);
    expect(titles(await list({ sort: "duration" }, owner))).toEqual(["old", "middle", "new"]);
    expect(titles(await list({ sort: "views", direction: "asc" }, owner))).toEqual(["old", "new", "middle"]);
  });

  test("pages tile the library: every item once, also where all compare equal", async () => {
    const owner = await libraryOf(...Array(7).fill("same"));
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page, per_page: 2, sort: "title" }, owner)));
    const ids = pages.flatMap((page) => page.body.items.map((item: { id: string }) => item.id));
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
    expect((await list({ page: 5, per_page: 2 }, owner)).body).toMatchObject({ items: [], total: 7, page: 5 });
  });
});

describe("201", () => {
  test("a series is ready at once and plays nothing; a season belongs to one", async () => {
    const { status, body } = await create({ type: "series", title: " Die Linie ", tags: ["a"], language: "de" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: "Die Linie",
      type: "series",
      status: "ready",
      sourceKind: "none",
      playback: null,
      durationSeconds: null,
      tags: ["a"],
      language: "de",
    });
    const season = await create({ type: "season", title: "Staffel 1", seriesId: body.id, seasonNumber: 1 });
    expect(season.body).toMatchObject({ seriesId: body.id, seriesTitle: "Die Linie", episodeLabel: "S1" });
  });
});

describe("401, 403", () => {
  test("nobody, and a key for other things", async () => {
    expect((await call(route, "GET", {})).status).toBe(401);
    expect((await create({ type: "series", title: "x" }, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await list({}, await seedApiKey(ada, "content:write"))).body.error.details.requiredScope).toBe(
      "content:read",
    );
  });
});

describe("422", () => {
  test.each([
    ["more than 100 a page", { per_page: 101 }],
    ["page 0", { page: 0 }],
    ["an unknown status", { status: "deleted" }],
    ["an unknown order", { sort: "size" }],
    ["a channel that is no id", { channel_id: "x" }],
    ["a character that cannot be stored", { q: "\u0000" }],
  ])("%s", async (_, query) => {
    expect((await list(query as Record<string, string>)).status).toBe(422);
  });

  test("what cannot be created without a file, and seasons that cannot be", async () => {
    const series = await create({ type: "series", title: "series" });
    const season = { type: "season", title: "one", seriesId: series.body.id, seasonNumber: 1 };
    expect((await create({ type: "movie", title: "x" })).status).toBe(422);
    expect((await create({ type: "series" })).status).toBe(422);
    expect((await create({ ...season, seriesId: undefined })).body.error.details.issues[0].path).toEqual(["seriesId"]);
    expect((await create({ ...season, seasonNumber: undefined })).status).toBe(422);
    expect((await create(season)).status).toBe(201);
    expect((await create(season)).body.error.details.issues[0].path).toEqual(["seasonNumber"]);
    expect((await create({ type: "series", title: "x", seriesId: series.body.id })).status).toBe(422);
  });
});

describe("404", () => {
  test("a group, a channel and a series that are not the caller's", async () => {
    const eve = await seedCreator();
    const group = await createGroup(eve, { name: "Hers", kind: "static" });
    expect((await list({ group_id: group.id })).status).toBe(404);
    const { id: channelId } = await seedChannel(eve);
    expect((await create({ type: "series", title: "Mine", channelId })).status).toBe(404);
    const { body: series } = await create({ type: "series", title: "Hers" }, eve);
    expect((await create({ type: "season", title: "Mine", seriesId: series.id, seasonNumber: 1 })).status).toBe(404);
  });
});
