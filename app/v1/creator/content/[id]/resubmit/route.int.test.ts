import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { blockContent } from "@/server/moderation/block-content";
import * as list from "../../route";
import * as route from "./route";

let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  grace = await seedCreator({ isModerator: true });
  ada = await seedCreator();
});

const resubmit = (id: string, body: object = {}, as: Actor | string = ada) =>
  call(route, "POST", { as, params: { id }, body });

async function seedBlocked(owner: Actor = ada) {
  const item = await seedReadyContent(owner);
  await blockContent(grace, item.id, { status: "ready", reason: "Stolen." });
  return item;
}

describe("200", () => {
  test("it waits again, keeps the reason in sight, and the note goes to the moderators; lists find it by its state", async () => {
    const owner = await seedCreator();
    const item = await seedBlocked(owner);
    const listed = (status: string) => call(list, "GET", { as: owner, query: { status } });
    expect((await listed("blocked")).body.items).toMatchObject([{ id: item.id }]);
    const { status, body } = await resubmit(item.id, { note: " It is mine. " }, owner);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "pending_moderation", error: null, moderation: { reason: "Stolen." } });
    expect(body.moderation.waitingSince).toEqual(expect.any(String));
    expect((await listed("blocked")).body.total).toBe(0);
    expect((await listed("pending_moderation")).body.total).toBe(1);
    const [last] = await db.moderationDecision.findMany({ where: { contentItemId: item.id }, orderBy: { at: "desc" } });
    expect(last).toMatchObject({ action: "resubmitted", note: "It is mine.", moderatorId: null });
  });

  test("a key that may write content does it", async () => {
    const item = await seedBlocked();
    expect((await resubmit(item.id, {}, await seedApiKey(ada, "content:write"))).status).toBe(200);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedBlocked();
    expect((await call(route, "POST", { params: { id }, body: {} })).status).toBe(401);
    expect((await resubmit(id, {}, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await resubmit(id, {}, await seedCreator())).status).toBe(404);
    expect((await resubmit(id, {}, grace)).status).toBe(404);
  });
});

describe("409, 422", () => {
  test("what is not blocked, also at the second of two calls at once; a note that is too long", async () => {
    const ready = await seedReadyContent(ada);
    expect((await resubmit(ready.id)).body.error.code).toBe("content.not_blocked");
    const { id } = await seedBlocked();
    const answers = await Promise.all([resubmit(id), resubmit(id), resubmit(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await resubmit(id, { note: "x".repeat(1001) })).status).toBe(422);
  });
});
