import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
let params: { id: string; captionId: string };
beforeEach(async () => {
  ada = await seedCreator();
  const { id } = await seedReadyContent(ada);
  const track = { contentItemId: id, language: "en", label: "English", kind: "sdh", source: "uploaded" };
  const caption = await db.caption.create({ data: { ...track, storageKey: `captions/${randomUUID()}.vtt` } });
  params = { id, captionId: caption.id };
});

describe("200", () => {
  test("what a track is called is changed", async () => {
    const { status, body } = await call(route, "PATCH", { as: ada, params, body: { label: "For all" } });
    expect([status, body]).toMatchObject([200, { id: params.captionId, label: "For all", language: "en" }]);
  });
});

describe("204", () => {
  test("a track is removed, once", async () => {
    expect((await call(route, "DELETE", { as: ada, params })).status).toBe(204);
    expect((await call(route, "DELETE", { as: ada, params })).status).toBe(404);
  });
});

describe("422", () => {
  test("nothing to change", async () => {
    expect((await call(route, "PATCH", { as: ada, params, body: {} })).status).toBe(422);
  });
});
