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

const create = (body: unknown, as: Actor | string = ada) => call(route, "POST", { as, body });
const list = (as: Actor | string = ada, query = {}) => call(route, "GET", { as, query });
const unique = () => `News ${Math.random().toString(36).slice(2)}`;

describe("200", () => {
  test("a creator's own channels, oldest first, in pages", async () => {
    const owner = await seedCreator();
    for (const name of ["one", "two", "three"]) await create({ name }, owner);
    const { body } = await list(owner, { per_page: 2 });
    expect(body).toMatchObject({ total: 3, page: 1, perPage: 2 });
    expect(body.items.map((channel: { name: string }) => channel.name)).toEqual(["one", "two"]);
  });
});

describe("201", () => {
  test("a draft with its addresses and defaults", async () => {
    const name = unique();
    const slug = name.toLowerCase().replace(" ", "-");
    const { status, body } = await create({ name: `  ${name} ` });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      slug,
      name,
      description: "",
      kind: "linear",
      category: "other",
      timezone: "UTC",
      status: "draft",
      logoUrl: null,
      hlsUrl: `http://lineup.test/v1/channels/${slug}/master.m3u8`,
      watchUrl: `http://lineup.test/watch/${slug}`,
      filler: {},
      autofill: { enabled: false, daysAhead: 7, strategy: "shuffle" },
    });
  });

  test("the account's time zone unless given", async () => {
    const owner = await seedCreator();
    await db.user.update({ where: { id: owner.userId }, data: { timezone: "Europe/Berlin" } });
    expect((await create({ name: unique() }, owner)).body.timezone).toBe("Europe/Berlin");
    expect((await create({ name: unique(), timezone: "Asia/Tokyo" }, owner)).body.timezone).toBe("Asia/Tokyo");
  });

  test("one name, many channels: each address is its own, also when all are made at once", async () => {
    const name = unique();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create({ name })));
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map((answer) => answer.body.slug)).size).toBe(6);
  });
});

describe("401, 403", () => {
  test("nobody, and a key that may only read", async () => {
    const token = await seedApiKey(ada, "channel:read");
    expect((await call(route, "GET", {})).status).toBe(401);
    expect((await list(token)).status).toBe(200);
    expect((await create({ name: "x" }, token)).body.error.details.requiredScope).toBe("channel:write");
  });
});

describe("422", () => {
  test.each([
    ["no name", {}, "name"],
    ["a long name", { name: "x".repeat(201) }, "name"],
    ["an unknown kind", { name: "x", kind: "live" }, "kind"],
    ["an unknown category", { name: "x", category: "cats" }, "category"],
    ["a time zone that is none", { name: "x", timezone: "Mars/Olympus" }, "timezone"],
    ["a slug of one's own", { name: "x", slug: "mine" }, "slug"],
  ])("%s", async (_, body, path) => {
    const answer = await create(body);
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.issues[0].path).toEqual([path]);
  });
});
