import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent, seedWaiting } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { db } from "@/server/db";
import { approveContent } from "@/server/moderation/approve-content";
import { blockContent } from "@/server/moderation/block-content";
import * as route from "./route";

let removeDatabase: () => Promise<void>;
let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
  grace = await seedCreator({ name: "Grace", isModerator: true });
  ada = await seedCreator({ name: "Ada" });
});
afterAll(() => removeDatabase());

const list = (query: Record<string, string | number> = {}, as: Actor = grace) => call(route, "GET", { as, query });

describe("200", () => {
  test("newest first, with what a block took off guides; also about what is deleted, by whoever is gone", async () => {
    const fine = await seedWaiting(ada, { title: "Fine" });
    const bad = await seedReadyContent(ada, { title: "Bad" });
    await seedBlock(await seedChannel(ada), bad, new Date(Date.now() + 3_600_000), 60_000);
    const gone = await seedCreator({ name: "Gone", isModerator: true });
    await approveContent(gone, fine.id, { status: "pending_moderation", note: "" });
    await blockContent(grace, bad.id, { status: "ready", reason: "Stolen." });
    await db.contentItem.update({ where: { id: fine.id }, data: { status: "deleted" } });
    await db.user.delete({ where: { id: gone.userId } });

    const { body } = await list();
    expect(body).toMatchObject({
      total: 2,
      items: [
        {
          action: "blocked",
          note: "Stolen.",
          moderator: { name: "Grace" },
          item: { id: bad.id, title: "Bad", status: "blocked" },
          owner: { name: "Ada" },
          removedBlocks: 1,
        },
        { action: "approved", moderator: null, item: { title: "Fine", status: "deleted" }, removedBlocks: 0 },
      ],
    });
    expect((await list({ action: "approved" })).body.total).toBe(1);
    expect((await list({ page: 2, per_page: 1 })).body.items).toMatchObject([{ action: "approved" }]);
  });
});

describe("401, 403, 422", () => {
  test("nobody, whoever is no moderator, an action that does not exist", async () => {
    expect((await call(route, "GET")).status).toBe(401);
    expect((await list({}, ada)).body.error.code).toBe("auth.moderator_required");
    expect((await list({ action: "praised" })).status).toBe(422);
  });
});
