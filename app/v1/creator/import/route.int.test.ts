import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const post = (as: Actor | string, ...assets: unknown[]) => call(route, "POST", { as, body: { assets } });
const url = "https://example.com/a.mp4";

describe("200", () => {
  test("each asset has its outcome; a refused one leaves nothing behind", async () => {
    const { status, body } = await post(
      ada,
      { url, title: "A", type: "episode", productionYear: 2001, contentGroups: ["Nowhere"] },
      { externalUrl: "https://example.com/a.mpd" },
      { url: "http://127.0.0.1/" },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, failed: 1 });
    const [first, second, third] = body.results;
    expect(first.warnings).toEqual(["There is no content group “Nowhere”."]);
    const item = await db.contentItem.findUnique({ where: { id: first.contentItemId } });
    expect(item).toMatchObject({ title: "A", type: "episode", productionYear: 2001, sourceKind: "url" });
    expect((await db.job.findUnique({ where: { id: second.jobId } }))?.input).toMatchObject({
      source: { kind: "external", url: "https://example.com/a.mpd" },
      titleFromSource: true,
    });
    expect(third).toEqual({ status: "failed", error: { code: "url.refused", message: expect.any(String) } });
    expect(await db.contentItem.count({ where: { ownerId: ada.userId } })).toBe(2);
  });
});

describe("401, 403", () => {
  test("nobody, a key that may only read", async () => {
    expect((await call(route, "POST", { body: { assets: [{ url }] } })).status).toBe(401);
    expect((await post(await seedApiKey(ada, "content:read"), { url })).status).toBe(403);
  });
});

describe("422", () => {
  test.each([
    ["no asset", []],
    ["too many", Array.from({ length: 51 }, () => ({ url }))],
    ["neither address", [{ title: "A" }]],
    ["both addresses", [{ url, externalUrl: url }]],
    ["a field in the import API's spelling", [{ url, external_url: url }]],
  ])("%s", async (_, assets) => {
    const { status, body } = await post(ada, ...assets);
    expect(status).toBe(422);
    expect(body.error.details.issues[0].path[0]).toBe("assets");
  });
});
