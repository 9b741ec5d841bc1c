import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent, seedWaiting } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { blockContent } from "@/server/moderation/block-content";
import * as route from "./route";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

let removeDatabase: () => Promise<void>;
let grace: Actor;
beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
  grace = await seedCreator({ name: "Grace", isModerator: true });
});
afterAll(() => removeDatabase());

const list = (query: Record<string, string | number> = {}, as: Actor | string = grace) =>
  call(route, "GET", { as, query });
const titles = (answer: { body: { items: { title: string }[] } }) => answer.body.items.map((item) => item.title);

describe("200", () => {
  test("what waits, of everybody, longest first, with its owner; what is blocked and what is ready on demand", async () => {
    const [ada, bob] = [
      await seedCreator({ name: "Ada", email: "ada@harbour.test" }),
      await seedCreator({ name: "Bob" }),
    ];
    const second = await seedWaiting(ada, { title: "Second", since: minutesAgo(5) });
    await seedWaiting(bob, { title: "First", since: minutesAgo(90) });
    await seedWaiting(ada, { title: "Third", since: minutesAgo(1) });
    const shown = await seedReadyContent(bob, { title: "Shown" });
    const bad = await seedReadyContent(bob, { title: "Bad" });
    await seedContent(bob, { title: "Underway", status: "transcoding" });
    await seedContent(bob, { title: "A series", status: "ready", sourceKind: "none", type: "series" });
    await blockContent(grace, bad.id, { status: "ready", reason: "Stolen." });

    const waiting = await list();
    expect(titles(waiting)).toEqual(["First", "Second", "Third"]);
    expect(waiting.body).toMatchObject({ total: 3, page: 1, counts: { pending_moderation: 3, blocked: 1 } });
    expect(waiting.body.items[1]).toMatchObject({
      owner: { id: ada.userId, name: "Ada", email: "ada@harbour.test" },
      waitingSince: second.reviewSince?.toISOString(),
      playback: { hls: `http://lineup.test/v1/moderation/items/${second.id}/master.m3u8`, dash: null },
    });
    const blocked = await list({ status: "blocked" });
    expect(blocked.body.items).toMatchObject([
      { title: "Bad", error: { code: "content.blocked", message: "Stolen." } },
    ]);
    expect(titles(await list({ status: "ready" }))).toEqual(["Shown"]);
    expect(shown.status).toBe("ready");
    expect(titles(await list({ page: 2, per_page: 2 }))).toEqual(["Third"]);
    expect(titles(await list({ q: "sécond" }))).toEqual(["Second"]);
    expect(titles(await list({ q: "HARBOUR.test" }))).toEqual(["Second", "Third"]);
    expect((await list({ q: "100%_" })).body).toMatchObject({ items: [], total: 0, counts: { pending_moderation: 3 } });
  });

  test("what its owner deletes while it waits is gone from it", async () => {
    const ada = await seedCreator();
    const { id } = await seedWaiting(ada, { title: "Gone soon" });
    expect(titles(await list({ q: "gone soon" }))).toEqual(["Gone soon"]);
    await db.contentItem.update({ where: { id }, data: { status: "deleted" } });
    expect(titles(await list({ q: "gone soon" }))).toEqual([]);
  });

  test("a key of a moderator with the scope sees it", async () => {
    expect((await list({}, await seedApiKey(grace, "moderation:read"))).status).toBe(200);
  });
});

describe("401, 403", () => {
  test("nobody, a key without the scope, and whoever is no moderator, whatever the key holds", async () => {
    expect((await call(route, "GET")).status).toBe(401);
    const other = await list({}, await seedApiKey(grace, "content:read"));
    expect([other.status, other.body.error.code]).toEqual([403, "auth.insufficient_scope"]);
    const eve = await seedCreator();
    for (const as of [eve, await seedApiKey(eve, "moderation:read")]) {
      const { status, body } = await list({}, as);
      expect([status, body.error.code]).toEqual([403, "auth.moderator_required"]);
    }
  });
});

describe("422", () => {
  test("a state that nobody decides about", async () => {
    expect((await list({ status: "transcoding" })).status).toBe(422);
  });
});
