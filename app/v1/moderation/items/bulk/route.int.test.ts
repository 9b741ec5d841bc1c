import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedReadyContent, seedWaiting } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as route from "./route";

let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  grace = await seedCreator({ name: "Grace", isModerator: true });
  ada = await seedCreator();
});

const decide = (body: object, as: Actor = grace) => call(route, "POST", { as, body });
const seen = (items: { id: string }[], status = "pending_moderation") => items.map(({ id }) => ({ id, status }));
const statusOf = async ({ id }: { id: string }) => (await db.contentItem.findUniqueOrThrow({ where: { id } })).status;

describe("200", () => {
  test("each is decided about on its own: what is refused is named with its reason", async () => {
    const [first, second, gone] = [await seedWaiting(ada), await seedWaiting(ada), await seedWaiting(ada)];
    const ready = await seedReadyContent(ada);
    await db.contentItem.update({ where: { id: gone.id }, data: { status: "deleted" } });
    const { status, body } = await decide({ action: "approve", items: seen([first, gone, ready, second]) });
    expect(status).toBe(200);
    expect(body).toEqual({
      done: [first.id, second.id],
      refused: [
        { id: gone.id, code: "resource.not_found", message: expect.any(String) },
        { id: ready.id, code: "content.decided", message: expect.any(String) },
      ],
    });
    expect(await Promise.all([first, second].map(statusOf))).toEqual(["ready", "ready"]);
  });

  test("many are blocked with one reason", async () => {
    const [first, second] = [await seedWaiting(ada), await seedReadyContent(ada)];
    const items = [...seen([first]), ...seen([second], "ready")];
    const { body } = await decide({ action: "block", items, reason: "Stolen." });
    expect(body).toEqual({ done: [first.id, second.id], refused: [] });
    const rows = await db.contentItem.findMany({ where: { id: { in: [first.id, second.id] } } });
    expect(rows.map(({ status, errorMessage }) => [status, errorMessage])).toEqual(
      Array(2).fill(["blocked", "Stolen."]),
    );
  });
});

describe("401, 403", () => {
  test("nobody, and whoever is no moderator: nothing is decided", async () => {
    const item = await seedWaiting(ada);
    const body = { action: "approve", items: seen([item]) };
    expect((await call(route, "POST", { body })).status).toBe(401);
    expect((await decide(body, ada)).body.error.code).toBe("auth.moderator_required");
    expect(await statusOf(item)).toBe("pending_moderation");
  });
});

describe("422", () => {
  test("no items, too many, a block without a reason, a decision that does not exist", async () => {
    const item = { id: crypto.randomUUID(), status: "pending_moderation" };
    for (const wrong of [
      { action: "approve", items: [] },
      { action: "approve", items: Array(201).fill(item) },
      { action: "block", items: [item] },
      { action: "delete", items: [item] },
    ]) {
      expect((await decide(wrong)).status).toBe(422);
    }
  });
});
