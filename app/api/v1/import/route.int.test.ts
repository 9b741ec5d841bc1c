import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { MAX_ASSETS } from "@/core/import/limits";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { expireApiKey } from "@/server/api-keys/expire-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { db } from "@/server/db";
import { queue } from "@/server/queue/enqueue";
import * as route from "./route";

let ada: Actor;
let key: string;

beforeAll(async () => {
  ada = await seedCreator();
  key = (await createApiKey(ada, { name: "Import", kind: "import" })).key.token;
});

const post = (body: unknown, token: string | null = key) =>
  call(route, "POST", { body, headers: token === null ? {} : { "X-API-Key": token } });
const assets = (...list: unknown[]) => post({ assets: list });
const firstDetail = (body: { detail: unknown[] }) => body.detail[0];

describe("200", () => {
  test("an asset with every field becomes an item and a job, and the worker is told", async () => {
    await db.contentGroup.create({ data: { ownerId: ada.userId, name: "Featured", kind: "static" } });
    const { status, body } = await assets({
      url: "https://example.com/films/the%20tide.mp4",
      title: "The Tide",
      description: "Water comes.",
      type: "EPISODE",
      genres: ["Drama"],
      tags: ["sea", "new"],
      production_year: 2024,
      poster_url: "https://example.com/tide.jpg",
      content_groups: ["featured", "New Releases"],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1, failed: 0, results: [{ status: "accepted" }] });
    const { asset_id, job_id, warnings } = body.results[0];
    expect(warnings).toEqual(["There is no content group “New Releases”."]);
    const item = await db.contentItem.findUniqueOrThrow({ where: { id: asset_id }, include: { groups: true } });
    expect(item).toMatchObject({
      ownerId: ada.userId,
      title: "The Tide",
      searchTitle: "the tide",
      description: "Water comes.",
      type: "episode",
      genres: ["Drama"],
      tags: ["sea", "new"],
      productionYear: 2024,
      sourceKind: "url",
      sourceUrl: "https://example.com/films/the%20tide.mp4",
      filename: "the tide.mp4",
      groups: [{ position: 0 }],
    });
    expect(await db.job.findUniqueOrThrow({ where: { id: job_id } })).toMatchObject({
      kind: "import",
      status: "queued",
      contentItemId: asset_id,
      input: {
        source: { kind: "url", url: "https://example.com/films/the%20tide.mp4" },
        posterUrl: "https://example.com/tide.jpg",
        titleFromSource: false,
      },
      warnings,
    });
    expect((await queue("import").getJob(`import-${job_id}`))?.data).toEqual({ jobId: job_id });
  });

  test("all seven types are taken; without one it is a movie, without a title the file names it", async () => {
    const types = ["MOVIE", "EPISODE", "SERIES", "SEASON", "CHANNEL", "EVENT", "NEWS"];
    const url = "https://example.com/evening_news.mp4";
    const { body } = await assets(...types.map((type) => ({ url, type })), { external_url: "https://e.com/a.m3u8" });
    expect(body.accepted).toBe(8);
    const ids: string[] = body.results.map((result: { asset_id: string }) => result.asset_id);
    const items = await Promise.all(ids.map((id) => db.contentItem.findUniqueOrThrow({ where: { id } })));
    expect(items.map((item) => item.type)).toEqual([...types.map((type) => type.toLowerCase()), "movie"]);
    expect(items[0]?.title).toBe("evening_news");
    expect(items[7]).toMatchObject({ sourceKind: "external", sourceUrl: "https://e.com/a.m3u8" });
  });

  test("what is refused by its spelling fails alone and leaves nothing behind", async () => {
    const bob = await seedCreator();
    const token = (await createApiKey(bob, { name: "Import", kind: "import" })).key.token;
    const { status, body } = await post(
      {
        assets: [
          { url: "https://example.com/good.mp4", poster_url: "http://127.0.0.1/p.jpg" },
          { url: "not a url" },
          { url: "ftp://example.com/a.mp4" },
          { url: "http://169.254.169.254/latest/meta-data" },
          { external_url: "http://[::1]/a.m3u8" },
        ],
      },
      token,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1, failed: 4 });
    expect(body.results[0].warnings).toEqual([expect.stringMatching(/^The poster was left out: /)]);
    for (const failed of body.results.slice(1)) {
      expect(failed).toEqual({ status: "failed", error: expect.stringMatching(/\w/) });
    }
    expect(await db.contentItem.count({ where: { ownerId: bob.userId } })).toBe(1);
    expect(await db.job.count({ where: { ownerId: bob.userId } })).toBe(1);
  });

  test("fifty at once are one batch", async () => {
    const { body } = await assets(
      ...Array.from({ length: MAX_ASSETS }, (_, n) => ({ url: `https://e.com/${n}.mp4`, poster_url: null })),
    );
    expect(body.accepted).toBe(MAX_ASSETS);
    const ids = body.results.map((result: { job_id: string }) => result.job_id);
    const batches = await db.job.groupBy({ by: ["batchId"], where: { id: { in: ids } } });
    expect(batches).toHaveLength(1);
  });
});

describe("401", () => {
  test("no key, a wrong one, a creator's, and the key as a bearer token", async () => {
    const body = { assets: [{ url: "https://example.com/a.mp4" }] };
    const creatorKey = await seedApiKey(ada, "content:write");
    for (const token of [null, "vid_0", `vid_${"0".repeat(32)}`, creatorKey]) {
      const refused = await post(body, token);
      expect(refused.status).toBe(401);
      expect(refused.body).toEqual({ detail: expect.any(String) });
    }
    expect((await call(route, "POST", { as: key, body })).status).toBe(401);
  });

  test("a revoked and an expired key", async () => {
    const revoked = (await createApiKey(ada, { name: "Old", kind: "import" })).key;
    await revokeApiKey(ada, revoked.id);
    const expired = (await createApiKey(ada, { name: "Older", kind: "import", expiresInDays: 1 })).key;
    await expireApiKey(expired.id, new Date());
    for (const { token } of [revoked, expired]) expect((await post({ assets: [] }, token)).status).toBe(401);
  });
});

describe("405, 415", () => {
  test("another method names the right one; another body than JSON is refused", async () => {
    const got = await call(route, "GET");
    expect(got.status).toBe(405);
    expect(got.headers.get("Allow")).toBe("POST");
    expect(got.body).toEqual({ detail: "Method Not Allowed" });
    const text = await call(route, "POST", { body: "x", headers: { "X-API-Key": key, "Content-Type": "text/plain" } });
    expect(text.status).toBe(415);
    expect(text.body).toEqual({ detail: expect.any(String) });
  });
});

describe("422", () => {
  const url = "https://example.com/a.mp4";
  test.each([
    ["no address", [{}], ["body", "assets", 0], "Either 'url' or 'external_url' must be provided"],
    ["both addresses", [{ url }, { url, external_url: url }], ["body", "assets", 1], /Only one/],
    ["no assets", [], ["body", "assets"], /at least 1 item/],
    ["too many assets", Array.from({ length: 51 }, () => ({ url })), ["body", "assets"], /at most 50 items/],
    ["an unknown type", [{ url, type: "FILM" }], ["body", "assets", 0, "type"], /'MOVIE'.*'NEWS'/],
    ["an unknown field", [{ url, duration: 3 }], ["body", "assets", 0, "duration"], /not permitted/],
    ["a year in words", [{ url, production_year: "1999" }], ["body", "assets", 0, "production_year"], /integer/],
    ["a genre that is none", [{ url, genres: ["a", 5] }], ["body", "assets", 0, "genres", 1], /string/],
  ])("%s", async (_, list, loc, msg) => {
    const { status, body } = await post({ assets: list });
    expect(status).toBe(422);
    expect(firstDetail(body)).toEqual({
      loc,
      msg: typeof msg === "string" ? msg : expect.stringMatching(msg),
      type: expect.any(String),
    });
  });

  test("a body that is no JSON, no object, or has no assets", async () => {
    for (const [body, loc] of [
      ["{", ["body"]],
      ["[]", ["body"]],
      ["{}", ["body", "assets"]],
    ] as const) {
      const answer = await post(body);
      expect(answer.status).toBe(422);
      expect(firstDetail(answer.body)).toMatchObject({ loc });
    }
  });
});

describe("a repeat with the same Idempotency-Key", () => {
  test("200 once more, and nothing is imported twice", async () => {
    const bob = await seedCreator();
    const { token } = (await createApiKey(bob, { name: "Import", kind: "import" })).key;
    const headers = { "X-API-Key": token, "Idempotency-Key": "tonight" };
    const body = { assets: [{ url: "https://example.com/once.mp4" }] };
    const [first, again] = [await call(route, "POST", { body, headers }), await call(route, "POST", { body, headers })];
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    expect(await db.contentItem.count({ where: { ownerId: bob.userId } })).toBe(1);
  });

  test("409 with another body, 422 where it is too long, in the words of this API", async () => {
    const send = (url: string, name: string) =>
      call(route, "POST", { body: { assets: [{ url }] }, headers: { "X-API-Key": key, "Idempotency-Key": name } });
    await send("https://example.com/a.mp4", "same");
    expect(await send("https://example.com/b.mp4", "same")).toMatchObject({
      status: 409,
      body: { detail: expect.any(String) },
    });
    const { status, body } = await send("https://example.com/a.mp4", "k".repeat(256));
    expect([status, body.detail[0].loc]).toEqual([422, ["header", "Idempotency-Key"]]);
  });
});
