import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as preview from "./preview/route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const create = (body: object, as: Actor | string = ada) => call(route, "POST", { as, body });
const list = (query: Record<string, string | number> = {}, as: Actor | string = ada) =>
  call(route, "GET", { as, query });
const taggedNews = { conditions: [{ field: "tag", op: "any_of", values: ["news"] }] };

describe("200", () => {
  test("groups stand by name, each with how much it holds now", async () => {
    const owner = await seedCreator();
    await seedReadyContent(owner, { tags: ["news"], durationMs: 30_000 });
    await seedContent(owner, { tags: ["news"], status: "failed" });
    await create({ name: "zebra", kind: "static" }, owner);
    await create({ name: "Äpfel", kind: "dynamic", rules: taggedNews }, owner);
    const { body } = await list({}, owner);
    expect(body).toMatchObject({ total: 2, page: 1, perPage: 20 });
    expect(body.items).toMatchObject([
      { name: "Äpfel", kind: "dynamic", itemCount: 2, durationSeconds: 30 },
      { name: "zebra", kind: "static", rules: null, itemCount: 0, durationSeconds: 0 },
    ]);
    expect((await list({ kind: "static" }, owner)).body.items).toHaveLength(1);
    expect((await list({ page: 2, per_page: 1 }, owner)).body.items).toMatchObject([{ name: "zebra" }]);
  });

  test("a preview of rules stores nothing and sees only the caller's items", async () => {
    const owner = await seedCreator();
    const news = await seedReadyContent(owner, { tags: ["news"], durationMs: 30_000 });
    await seedReadyContent(ada, { tags: ["news"] });
    const { status, body } = await call(preview, "POST", { as: owner, body: { rules: taggedNews } });
    expect([status, body.itemCount, body.durationSeconds]).toEqual([200, 1, 30]);
    expect(body.items).toMatchObject([{ id: news.id }]);
    expect((await list({}, owner)).body.total).toBe(0);
  });
});

describe("201", () => {
  test("rules are kept as they were sent, with the defaults that were left out", async () => {
    const { status, body } = await create({ name: "  News ", displayTitle: "", kind: "dynamic", rules: taggedNews });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "News",
      displayTitle: null,
      rules: { match: "all", order: "oldest", ...taggedNews },
    });
  });
});

describe("401, 403", () => {
  test("nobody, and a key that may only read", async () => {
    const reader = await seedApiKey(ada, "content:read");
    expect((await call(route, "GET", {})).status).toBe(401);
    expect((await list({}, reader)).status).toBe(200);
    expect((await create({ name: "x", kind: "static" }, reader)).status).toBe(403);
    const preview200 = await call(preview, "POST", { as: reader, body: { rules: taggedNews } });
    expect(preview200.status).toBe(200);
  });
});

describe("409", () => {
  test("a name is taken whatever its case, also beyond ASCII; another creator may use it", async () => {
    await create({ name: "Ökologie", kind: "static" });
    const { status, body } = await create({ name: "öKOLOGIE", kind: "static" });
    expect([status, body.error.code]).toEqual([409, "content_group.name_taken"]);
    expect((await create({ name: "Ökologie", kind: "static" }, await seedCreator())).status).toBe(201);
  });
});

describe("422", () => {
  test.each([
    ["no name", { kind: "static" }],
    ["a dynamic group without rules", { name: "a", kind: "dynamic" }],
    ["a static group with rules", { name: "a", kind: "static", rules: taggedNews }],
    ["no conditions", { name: "a", kind: "dynamic", rules: { conditions: [] } }],
    [
      "an unknown field",
      { name: "a", kind: "dynamic", rules: { conditions: [{ field: "mood", op: "in", values: [] }] } },
    ],
    [
      "a comparison that the field does not have",
      { name: "a", kind: "dynamic", rules: { conditions: [{ field: "tag", op: "at_least", value: 3 }] } },
    ],
  ])("%s", async (_, body) => {
    expect((await create(body)).status).toBe(422);
  });
});
