import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { GroupRules } from "@/core/content/group-rules";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createGroup } from "@/server/content-groups/create-group";
import { setGroupItems } from "@/server/content-groups/set-group-items";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
let eve: Actor;
beforeAll(async () => {
  [ada, eve] = await Promise.all([seedCreator(), seedCreator()]);
});

const rules: GroupRules = {
  match: "all",
  conditions: [{ field: "type", op: "in", values: ["movie"] }],
  order: "newest",
};
const get = (id: string, as = ada) => call(route, "GET", { as, params: { id } });
const patch = (id: string, body: object, as = ada) => call(route, "PATCH", { as, params: { id }, body });
const remove = (id: string, as = ada) => call(route, "DELETE", { as, params: { id } });

describe("200", () => {
  test("a change changes what it names and nothing else", async () => {
    const { id } = await createGroup(ada, {
      name: "Before",
      description: "kept",
      kind: "dynamic",
      rules,
    });
    const { body } = await patch(id, { name: "After", displayTitle: "On screen", rules: { ...rules, match: "any" } });
    expect(body).toMatchObject({
      name: "After",
      displayTitle: "On screen",
      description: "kept",
      rules: { match: "any" },
    });
    expect((await get(id)).body).toEqual(body);
  });

  test("a group may take another case of its own name", async () => {
    const { id } = await createGroup(ada, { name: "quiz", kind: "static" });
    expect((await patch(id, { name: "Quiz" })).body.name).toBe("Quiz");
  });
});

describe("204", () => {
  test("a deleted group is gone and its items stay", async () => {
    const { id } = await createGroup(ada, { name: "going", kind: "static" });
    const clip = await seedReadyContent(ada);
    await setGroupItems(ada, id, { contentItemIds: [clip.id] });
    expect((await remove(id)).status).toBe(204);
    expect((await get(id)).status).toBe(404);
    expect(await db.contentItem.findUnique({ where: { id: clip.id } })).toMatchObject({ status: "ready" });
  });
});

describe("404", () => {
  test("somebody else's, a second delete, an id that is none", async () => {
    const { id } = await createGroup(ada, { name: "mine", kind: "static" });
    expect((await get(id, eve)).status).toBe(404);
    expect((await patch(id, { name: "hers" }, eve)).status).toBe(404);
    expect((await remove(id, eve)).status).toBe(404);
    expect((await get("x")).status).toBe(404);
    await remove(id);
    expect((await remove(id)).status).toBe(404);
  });
});

describe("409", () => {
  test("the name of another group", async () => {
    await createGroup(ada, { name: "taken", kind: "static" });
    const { id } = await createGroup(ada, { name: "free", kind: "static" });
    expect((await patch(id, { name: "TAKEN" })).body.error.code).toBe("content_group.name_taken");
  });
});

describe("422", () => {
  test("rules of a static group, an empty name, an unknown field", async () => {
    const { id } = await createGroup(ada, { name: "by hand", kind: "static" });
    expect((await patch(id, { rules })).status).toBe(422);
    expect((await patch(id, { name: " " })).status).toBe(422);
    expect((await patch(id, { kind: "dynamic" })).status).toBe(422);
  });
});
