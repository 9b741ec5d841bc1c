import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedReadyContent, seedWaiting } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { listAudit } from "@/server/audit/list-audit";
import { db } from "@/server/db";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import * as resubmit from "../../../creator/content/[id]/resubmit/route";
import * as content from "../../../creator/content/[id]/route";
import * as approveRoute from "./approve/route";
import * as blockRoute from "./block/route";
import * as master from "./master.m3u8/route";
import * as route from "./route";

const REASON = "The music is not cleared.";

let grace: Actor;
let hopper: Actor;
let ada: Actor;
beforeAll(async () => {
  grace = await seedCreator({ name: "Grace", isModerator: true });
  hopper = await seedCreator({ name: "Hopper", isModerator: true });
  ada = await seedCreator({ name: "Ada" });
});

type On = { id: string };
const get = ({ id }: On, as: Actor = grace) => call(route, "GET", { as, params: { id } });
const approve = ({ id }: On, body: object = { status: "pending_moderation" }, as: Actor = grace, headers = {}) =>
  call(approveRoute, "POST", { as, params: { id }, body, headers });
const block = ({ id }: On, body: object = {}, as: Actor = grace) =>
  call(blockRoute, "POST", { as, params: { id }, body: { status: "pending_moderation", reason: REASON, ...body } });

describe("200", () => {
  test("an item is blocked with a reason, sent in again, unblocked; its owner and the history tell it all", async () => {
    const owner = await seedCreator({ name: "Olga" });
    const eventTypes = ["content.ready", "content.blocked"] as const;
    await createEndpoint(owner, { url: "https://hooks.example.com/", eventTypes: [...eventTypes], description: "" });
    const item = await seedWaiting(owner, { title: "Late Film" });
    expect((await block(item)).body).toMatchObject({ id: item.id, status: "blocked", waitingSince: null });

    const params = { id: item.id };
    const seen = (await call(content, "GET", { as: owner, params })).body;
    expect(seen).toMatchObject({
      status: "blocked",
      error: { code: "content.blocked", message: REASON },
      playback: null,
      moderation: { waitingSince: null, reason: REASON, removedBlocks: [] },
    });
    expect(JSON.stringify(seen)).not.toContain("Grace");
    await call(resubmit, "POST", { as: owner, params, body: { note: "Other music now." } });
    expect((await approve(item, { status: "pending_moderation", note: "Fine." }, hopper)).body.status).toBe("ready");
    await block(item, { status: "ready" });
    expect((await approve(item, { status: "blocked" })).body.status).toBe("ready");

    const { body } = await get(item);
    expect(body).toMatchObject({ owner: { name: "Olga" }, status: "ready", blockedAt: null });
    const history = body.decisions.map((one: { action: string; note: string; moderator: { name: string } | null }) => [
      one.action,
      one.note,
      one.moderator?.name ?? null,
    ]);
    expect(history).toEqual([
      ["unblocked", "", "Grace"],
      ["blocked", REASON, "Grace"],
      ["approved", "Fine.", "Hopper"],
      ["resubmitted", "Other music now.", null],
      ["blocked", REASON, "Grace"],
    ]);
    const events = await db.webhookEvent.findMany({ where: { ownerId: owner.userId }, orderBy: { sequence: "asc" } });
    expect(events.map(({ type }) => type)).toEqual([
      "content.blocked",
      "content.ready",
      "content.blocked",
      "content.ready",
    ]);
    expect(events[0]?.data).toMatchObject({ contentItemId: item.id, reason: REASON, removedBlocks: 0 });
    const { items } = await listAudit(owner, { page: 1, per_page: 20 });
    const blocks = items.filter(({ action }) => action === "content.blocked");
    const entry = { actor: { method: "moderator" }, target: { name: "Late Film" }, details: { reason: REASON } };
    expect(blocks).toMatchObject([entry, entry]);
    expect(items.filter(({ action }) => action === "content.approved")).toHaveLength(2);
  });

  test("a repeat with the same Idempotency-Key is answered as the first, and decides nothing again", async () => {
    const item = await seedWaiting(ada);
    const headers = { "Idempotency-Key": item.id };
    const first = await approve(item, { status: "pending_moderation" }, grace, headers);
    const second = await approve(item, { status: "pending_moderation" }, grace, headers);
    expect(second.headers.get("Idempotent-Replayed")).toBe("true");
    expect(second.body).toEqual(first.body);
    expect(await db.moderationDecision.count({ where: { contentItemId: item.id } })).toBe(1);
  });

  test("a moderator watches what its owner may not any more", async () => {
    const item = await seedWaiting(ada);
    const watch = (as: Actor) => send(master, "GET", { as, params: { id: item.id } });
    expect(await (await watch(grace)).text()).toMatch(/^#EXTM3U/);
    await block(item);
    expect((await watch(grace)).status).toBe(200);
    expect((await watch(ada)).status).toBe(403);
  });
});

describe("404", () => {
  test("an id that is none, and an item that its owner deleted while it waited", async () => {
    const item = await seedWaiting(ada);
    await call(content, "DELETE", { as: ada, params: { id: item.id } });
    for (const answer of [await get(item), await approve(item), await block(item), await get({ id: "x" })]) {
      expect([answer.status, answer.body.error.code]).toEqual([404, "resource.not_found"]);
    }
    expect((await send(master, "GET", { as: grace, params: { id: item.id } })).status).toBe(404);
  });
});

describe("403", () => {
  test("whoever is no moderator, for items that are there, their own, and for ids that are none", async () => {
    const own = await seedWaiting(ada);
    for (const item of [own, await seedWaiting(grace), { id: crypto.randomUUID() }]) {
      for (const answer of [
        await get(item, ada),
        await approve(item, { status: "pending_moderation" }, ada),
        await block(item, {}, ada),
      ]) {
        expect([answer.status, answer.body.error.code]).toEqual([403, "auth.moderator_required"]);
      }
    }
    expect((await db.contentItem.findUniqueOrThrow({ where: { id: own.id } })).status).toBe("pending_moderation");
  });
});

describe("409", () => {
  test("of two who decide at once one does, and the other is told what and by whom", async () => {
    const items = await Promise.all(Array.from({ length: 6 }, () => seedWaiting(ada)));
    for (const item of items) {
      const [one, other] = await Promise.all([approve(item), block(item, {}, hopper)]);
      const [won, lost] = one.status === 200 ? [one, other] : [other, one];
      expect([won.status, lost.status]).toEqual([200, 409]);
      const { name, action } =
        one === won ? { name: "Grace", action: "approved" } : { name: "Hopper", action: "blocked" };
      expect(lost.body.error).toMatchObject({
        code: "content.decided",
        message: `${name} has ${action} it meanwhile.`,
        details: { status: won.body.status, decision: { action, moderator: { name } } },
      });
      expect(await db.moderationDecision.count({ where: { contentItemId: item.id } })).toBe(1);
    }
  });

  test("an item that is ready is not blocked by whoever saw it waiting", async () => {
    const item = await seedReadyContent(ada);
    const { status, body } = await block(item);
    expect([status, body.error.details]).toEqual([409, { status: "ready", decision: null }]);
  });
});

describe("422", () => {
  test("no reason, an empty one, one that is too long, no status, a status that cannot be decided so", async () => {
    const item = await seedWaiting(ada);
    for (const wrong of [
      { reason: undefined },
      { reason: "  " },
      { reason: "x".repeat(1001) },
      { status: "blocked" },
    ]) {
      expect((await block(item, wrong)).status).toBe(422);
    }
    for (const wrong of [{}, { status: "ready" }, { status: "pending_moderation", reason: REASON }]) {
      expect((await approve(item, wrong)).status).toBe(422);
    }
  });
});
