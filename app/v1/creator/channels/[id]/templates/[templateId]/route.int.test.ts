import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createTemplate } from "@/server/templates/create-template";
import * as route from "./route";

const BREAK = { weekday: 1, localTime: "20:00", durationSeconds: 60, kind: "ad_break" } as const;

let ada: Actor;
let params: { id: string; templateId: string };
beforeEach(async () => {
  ada = await seedCreator();
  const { id } = await seedChannel(ada);
  const template = await createTemplate(ada, id, { name: "Week", entries: [BREAK] });
  params = { id, templateId: template.id };
});

describe("200", () => {
  test("a template is read and changed", async () => {
    expect((await call(route, "GET", { as: ada, params })).body).toMatchObject({ name: "Week", entries: [BREAK] });
    const { status, body } = await call(route, "PATCH", { as: ada, params, body: { name: "Winter" } });
    expect([status, body.name]).toEqual([200, "Winter"]);
  });
});

describe("204", () => {
  test("what is removed is gone", async () => {
    expect((await call(route, "DELETE", { as: ada, params })).status).toBe(204);
    expect((await call(route, "GET", { as: ada, params })).status).toBe(404);
  });
});

describe("404", () => {
  test("by way of another channel of the same creator", async () => {
    const other = { ...params, id: (await seedChannel(ada)).id };
    expect((await call(route, "GET", { as: ada, params: other })).status).toBe(404);
  });
});

describe("422", () => {
  test("entries that overlap", async () => {
    const body = { entries: [BREAK, BREAK] };
    expect((await call(route, "PATCH", { as: ada, params, body })).status).toBe(422);
  });
});
