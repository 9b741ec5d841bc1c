import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { deleteContent } from "@/server/content/delete-content";
import { createGroup } from "@/server/content-groups/create-group";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

let names = 0;
const group = (owner = ada) => createGroup(owner, { name: `group ${names++}`, kind: "static" });
const items = (id: string, query: Record<string, number> = {}, as: Actor | string = ada) =>
  call(route, "GET", { as, params: { id }, query });
const put = (id: string, contentItemIds: string[], as: Actor | string = ada) =>
  call(route, "PUT", { as, params: { id }, body: { contentItemIds } });
const add = (id: string, contentItemIds: string[]) =>
  call(route, "POST", { as: ada, params: { id }, body: { contentItemIds } });
const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map((item) => item.id);

async function clips(count: number, owner = ada): Promise<string[]> {
  const rows = [];
  for (let index = 0; index < count; index++) rows.push(await seedContent(owner, { title: `clip ${index}` }));
  return rows.map(({ id }) => id);
}

describe("200", () => {
  test("items stand in the order that was set, page by page; a repeat counts once", async () => {
    const { id } = await group();
    const [a, b, c] = (await clips(3)) as [string, string, string];
    expect((await put(id, [c, a, c, b])).body).toMatchObject({ id, itemCount: 3 });
    expect(idsOf(await items(id))).toEqual([c, a, b]);
    expect(idsOf(await items(id, { page: 2, per_page: 2 }))).toEqual([b]);
    await put(id, [b, c]);
    expect(idsOf(await items(id))).toEqual([b, c]);
    await put(id, []);
    expect((await items(id)).body).toMatchObject({ items: [], total: 0 });
  });

  test("adding puts items at the end and leaves members where they are", async () => {
    const { id } = await group();
    const [a, b, c] = (await clips(3)) as [string, string, string];
    await put(id, [b]);
    await add(id, [a, b, c]);
    expect(idsOf(await items(id))).toEqual([b, a, c]);
  });

  test("a deleted item leaves its groups", async () => {
    const { id } = await group();
    const [a, b] = (await clips(2)) as [string, string];
    await put(id, [a, b]);
    await deleteContent(ada, a, false);
    expect(idsOf(await items(id))).toEqual([b]);
  });

  test("a dynamic group follows its rules in its order", async () => {
    const owner = await seedCreator();
    for (const title of ["b", "c", "a"]) await seedContent(owner, { title, tags: ["x"] });
    await seedContent(owner, { title: "d" });
    const conditions = [{ field: "tag" as const, op: "any_of" as const, values: ["x"] }];
    const rules = { match: "all" as const, conditions, order: "title" as const };
    const { id } = await createGroup(owner, { name: "by rules", kind: "dynamic", rules });
    const { body } = await items(id, {}, owner);
    expect(body.items.map((item: { title: string }) => item.title)).toEqual(["a", "b", "c"]);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else's group or item", async () => {
    const { id } = await group();
    const eve = await seedCreator();
    const [hers] = (await clips(1, eve)) as [string];
    expect((await call(route, "GET", { params: { id } })).status).toBe(401);
    expect((await put(id, [], await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await items(id, {}, eve)).status).toBe(404);
    expect((await put(id, [], eve)).status).toBe(404);
    expect((await put(id, [hers])).status).toBe(404);
    expect((await items(id)).body.total).toBe(0);
  });
});

describe("409", () => {
  test("a dynamic group cannot be filled by hand", async () => {
    const conditions = [{ field: "type" as const, op: "in" as const, values: ["movie" as const] }];
    const rules = { match: "all" as const, conditions, order: "oldest" as const };
    const { id } = await createGroup(ada, { name: "movies", kind: "dynamic", rules });
    expect((await put(id, [])).body.error.code).toBe("content_group.dynamic");
    expect((await add(id, [])).body.error.code).toBe("content_group.dynamic");
  });
});

describe("422", () => {
  test("ids that are none, and more than 5,000", async () => {
    const { id } = await group();
    expect((await put(id, ["x"])).status).toBe(422);
    expect((await put(id, Array(5001).fill(id))).status).toBe(422);
  });
});
