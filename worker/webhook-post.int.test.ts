import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { EVENT_TYPES } from "@/core/webhooks/event-words";
import type { EventType } from "@/core/webhooks/events";
import { seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { publishChannel } from "@/server/channels/publish-channel";
import { unpublishChannel } from "@/server/channels/unpublish-channel";
import { db } from "@/server/db";
import { placeBlock } from "@/server/schedule/place-block";
import { claimDeliveries } from "@/server/webhooks/claim-deliveries";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import { dispatchEvents } from "@/server/webhooks/dispatch-events";
import { emitEvent } from "@/server/webhooks/emit-event";
import { redeliver } from "@/server/webhooks/redeliver";
import { rotateSecret } from "@/server/webhooks/rotate-secret";
import { sendTest } from "@/server/webhooks/send-test";
import { Receiver } from "./testing/receiver";
import { WebhookPost } from "./webhook-post";

const receiver = new Receiver();
const stopping = new AbortController();
const post = new WebhookPost(stopping.signal);
let removeDatabase: () => Promise<void>;
let host: string;

beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
  host = await receiver.start();
  process.env.WEBHOOK_ALLOW_HOSTS = host;
});
afterEach(() => {
  receiver.answer = () => ({ status: 200, body: "thanks" });
});
afterAll(async () => {
  stopping.abort();
  await post.idle();
  await receiver.stop();
  await removeDatabase();
});

/** An endpoint with an address of its own, for events of a creator of its own. */
async function listener(eventTypes: EventType[] = [...EVENT_TYPES], owner?: Actor) {
  const actor = owner ?? (await seedCreator());
  const path = `/${Math.random().toString(36).slice(2)}`;
  const { endpoint, secret } = await createEndpoint(actor, {
    url: `http://${host}${path}`,
    eventTypes,
    description: "",
  });
  return { actor, path, id: endpoint.id, secret: secret! };
}

async function round(): Promise<void> {
  await post.round();
  await post.idle();
}

/** Lets whatever waits for its time go now. */
async function passTime(endpointId: string): Promise<void> {
  const now = new Date();
  await db.webhookEvent.updateMany({ where: { dispatchedAt: null }, data: { dueAt: now } });
  const waiting = { endpointId, status: "pending", nextAttemptAt: { not: null } } as const;
  await db.webhookDelivery.updateMany({ where: waiting, data: { nextAttemptAt: now } });
}

const told = (actor: Actor, resourceId: string, title: string) =>
  db.$transaction((tx) =>
    emitEvent(tx, actor.userId, {
      type: "content.ready",
      resourceId,
      data: { contentItemId: CONTENT_ID, title, type: "movie", durationSeconds: 60 },
    }),
  );
const CONTENT_ID = "019aa5a0-4c1e-7b6e-9d6a-0b7c3f1e2d4a";
const titles = (path: string) => receiver.of(path).map(({ data }) => data.title);
const endpointRow = (id: string) => db.webhookEndpoint.findUniqueOrThrow({ where: { id } });
const deliveriesOf = (endpointId: string) =>
  db.webhookDelivery.findMany({ where: { endpointId }, orderBy: { position: "asc" } });

describe("what happens", () => {
  test("is told of from publishing to unpublishing, and edits that follow each other are told of once", async () => {
    const { actor, path, secret } = await listener();
    const channel = await seedChannel(actor);
    const item = await seedReadyContent(actor, { title: "Film", durationMs: 600_000 });
    const startsAt = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    for (const minutes of [-1, 20, 40]) {
      const block = { channelId: channel.id, contentItemId: item.id, kind: "content", startsAt: startsAt(minutes) };
      await placeBlock(actor, block as Parameters<typeof placeBlock>[1]);
    }
    await publishChannel(actor, channel.id);
    await unpublishChannel(actor, channel.id);
    await round();
    const expected = ["schedule.changed", "channel.published", "airing.started", "channel.unpublished"];
    expect(receiver.of(path).map(({ type }) => type)).toEqual(expected);
    const [changed, , started] = receiver.of(path);
    expect(changed?.data.etag).toBe(`"${channel.id}.3"`);
    expect(started?.data).toMatchObject({ title: "Film", channelId: channel.id, kind: "content" });
    for (const { body, headers } of receiver.of(path)) new Webhook(secret).verify(body, headers);
  });

  test("is not told of when its transaction fails, nor written where nobody asked for it", async () => {
    const { actor, path } = await listener(["content.ready"]);
    const deaf = await seedCreator();
    await told(deaf, "x", "Unheard");
    expect(await db.webhookEvent.count({ where: { ownerId: deaf.userId } })).toBe(0);
    const fails = db.$transaction(async (tx) => {
      const data = { contentItemId: CONTENT_ID, title: "Undone", type: "movie", durationSeconds: null } as const;
      await emitEvent(tx, actor.userId, { type: "content.ready", resourceId: "x", data });
      throw new Error("undone");
    });
    await expect(fails).rejects.toThrow("undone");
    await round();
    expect(receiver.of(path)).toEqual([]);
  });
});

describe("a delivery that fails", () => {
  test("is tried again under the same id, and holds up its own resource only", async () => {
    const { actor, path, id } = await listener();
    let broken = true;
    receiver.answer = ({ data }) =>
      broken && data.title === "one" ? { status: 500, body: "ouch\0" } : { status: 204 };
    for (const title of ["one", "two", "three"]) await told(actor, "a", title);
    await told(actor, "b", "other");
    await round();
    expect(titles(path).sort()).toEqual(["one", "other"]);
    const [first, second] = await deliveriesOf(id);
    expect(first).toMatchObject({ status: "pending", attempts: 1, lastStatus: 500, lastError: "It answered 500." });
    expect(first!.nextAttemptAt!.getTime()).toBeGreaterThanOrEqual(first!.firstAttemptAt!.getTime() + 5_000);
    expect(second).toMatchObject({ status: "pending", attempts: 0, nextAttemptAt: null });

    broken = false;
    await passTime(id);
    await round();
    expect(titles(path).filter((title) => title !== "other")).toEqual(["one", "one", "two", "three"]);
    const [once, again] = receiver.of(path).filter(({ data }) => data.title === "one");
    expect(again?.id).toBe(once?.id);
    expect(again?.body).toBe(once?.body);
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(Array(4).fill("delivered"));
    expect(await endpointRow(id)).toMatchObject({ failures: 0, failingSince: null, lastError: null });
    const tries = await db.webhookAttempt.findMany({ where: { deliveryId: first!.id }, orderBy: { startedAt: "asc" } });
    expect(tries.map(({ status, responseExcerpt }) => [status, responseExcerpt])).toEqual([
      [500, "ouch\ufffd"],
      [204, ""],
    ]);
  });

  test("waits as long as the receiver asks, and redirects are failures", async () => {
    const { actor, path, id } = await listener();
    receiver.answer = () => ({ status: 302, headers: { location: `http://${host}/elsewhere`, "retry-after": "7200" } });
    await told(actor, "a", "one");
    await round();
    const [delivery] = await deliveriesOf(id);
    expect(receiver.of("/elsewhere")).toEqual([]);
    expect(receiver.of(path)).toHaveLength(1);
    expect(delivery!.lastError).toContain("redirects are not followed");
    expect(delivery!.nextAttemptAt!.getTime()).toBeGreaterThanOrEqual(delivery!.firstAttemptAt!.getTime() + 7_200_000);
  });

  test("for a day is given up, and the next of its resource goes", async () => {
    const { actor, path, id } = await listener();
    receiver.answer = ({ data }) => ({ status: data.title === "one" ? 500 : 200 });
    await told(actor, "a", "one");
    await told(actor, "a", "two");
    await round();
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await db.webhookDelivery.updateMany({ where: { endpointId: id }, data: { firstAttemptAt: yesterday } });
    await passTime(id);
    await round();
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(["failed", "delivered"]);
    expect(titles(path)).toEqual(["one", "one", "two"]);

    receiver.answer = () => ({ status: 200 });
    const [given] = await deliveriesOf(id);
    await redeliver(actor, { id, deliveryId: given!.id });
    await round();
    expect(titles(path)).toEqual(["one", "one", "two", "one"]);
    expect(new Set(receiver.of(path).map((one) => one.id)).size).toBe(2);
  });

  test("with 410 disables the endpoint, and so do days of failures; what was pending is given up", async () => {
    const gone = await listener();
    const failing = await listener();
    receiver.answer = ({ path }) => ({ status: path === gone.path ? 410 : 503 });
    for (const { actor, id } of [gone, failing]) {
      await told(actor, "a", "one");
      await told(actor, "a", "two");
      const failingSince = new Date(Date.now() - 6 * 24 * 3_600_000);
      if (id === failing.id) await db.webhookEndpoint.update({ where: { id }, data: { failingSince, failures: 40 } });
    }
    await round();
    expect(await endpointRow(gone.id)).toMatchObject({ enabled: false, disabledReason: "gone" });
    expect(await endpointRow(failing.id)).toMatchObject({ enabled: false, disabledReason: "failing" });
    for (const { id, actor } of [gone, failing]) {
      expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(["failed", "failed"]);
      await told(actor, "a", "three");
    }
    expect(await db.webhookEvent.count({ where: { dispatchedAt: null } })).toBe(0);
  });
});

describe("a worker that is killed", () => {
  test("while it sends loses nothing: once its lease is over another sends again, under the same id", async () => {
    const { actor, path, id } = await listener();
    await told(actor, "a", "one");
    await told(actor, "a", "two");
    await dispatchEvents(new Date());
    const [taken] = await claimDeliveries(10, new Date()); // and dies
    await round();
    expect(receiver.of(path)).toEqual([]);
    await db.webhookDelivery.update({ where: { id: taken!.id }, data: { leasedUntil: new Date(0) } });
    await round();
    expect(titles(path)).toEqual(["one", "two"]);
    expect(receiver.of(path)[0]?.id).toBe(taken!.eventId);
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(["delivered", "delivered"]);
  });

  test("in an orderly way gives back what it was sending", async () => {
    const { actor, path, id } = await listener();
    const stops = new AbortController();
    const other = new WebhookPost(stops.signal);
    receiver.answer = () => {
      stops.abort(new Error("the worker stops"));
      return null;
    };
    await told(actor, "a", "one");
    await other.round();
    await other.idle();
    expect(await deliveriesOf(id)).toMatchObject([{ status: "pending", attempts: 0, leasedUntil: null }]);
    receiver.answer = () => ({ status: 200 });
    await round();
    expect(titles(path)).toEqual(["one", "one"]);
  });
});

describe("an endpoint", () => {
  test("in a private network is refused when it is made, and at each delivery by what its name leads to", async () => {
    const actor = await seedCreator();
    const make = (url: string) => createEndpoint(actor, { url, eventTypes: ["content.ready"], description: "" });
    for (const url of ["https://127.0.0.1:9/", "https://[::1]/", "https://169.254.169.254/", "https://redis/"]) {
      await expect(make(url), url).rejects.toMatchObject({ code: "url.refused" });
    }
    await expect(make("http://hooks.example.com/")).rejects.toMatchObject({ code: "url.refused" });
    await expect(make("https://me:secret@hooks.example.com/")).rejects.toMatchObject({ code: "url.refused" });

    const { actor: ada, id } = await listener();
    // As if the name had been public when the endpoint was made.
    await db.webhookEndpoint.update({ where: { id }, data: { url: "https://localhost:9/" } });
    await told(ada, "a", "one");
    await round();
    const [delivery] = await deliveriesOf(id);
    expect(delivery).toMatchObject({ status: "pending", lastStatus: null });
    expect(delivery!.lastError).toContain("not to the public internet");
  });

  test("whose secret was rotated gets both signatures, and the old one only for a day", async () => {
    const { actor, path, id, secret: old } = await listener();
    const { secret: fresh } = await rotateSecret(actor, id);
    await told(actor, "a", "one");
    await round();
    const [both] = receiver.of(path);
    for (const secret of [old, fresh!]) new Webhook(secret).verify(both!.body, both!.headers);
    await db.webhookEndpoint.update({ where: { id }, data: { previousSecretUntil: new Date() } });
    await told(actor, "a", "two");
    await round();
    const later = receiver.of(path)[1]!;
    new Webhook(fresh!).verify(later.body, later.headers);
    expect(() => new Webhook(old).verify(later.body, later.headers)).toThrow();
    const row = await endpointRow(id);
    for (const secret of [old, fresh!]) expect(JSON.stringify(row)).not.toContain(secret.slice(6, 30));
  });

  test("is tried once by a test, also while it is disabled, and its health does not change", async () => {
    const { actor, path, id } = await listener(["channel.published"]);
    await db.webhookEndpoint.update({ where: { id }, data: { enabled: false, disabledReason: "creator" } });
    receiver.answer = () => ({ status: 500 });
    const sent = await sendTest(actor, id, {});
    await round();
    expect(receiver.of(path)).toMatchObject([{ type: "channel.published", id: sent.eventId }]);
    expect(JSON.parse(receiver.of(path)[0]!.body)).toMatchObject({ test: true, data: { name: "Harbour TV" } });
    expect(await deliveriesOf(id)).toMatchObject([{ status: "failed", kind: "test", attempts: 1 }]);
    expect(await endpointRow(id)).toMatchObject({ failures: 0, failingSince: null });
  });

  test("with a long queue leaves room for the others, and has four requests at a time", async () => {
    const busy = await listener();
    const quiet = await listener();
    for (let n = 0; n < 12; n++) await told(busy.actor, `r${n}`, "many");
    await told(quiet.actor, "a", "one");
    await dispatchEvents(new Date());
    const claimed = await claimDeliveries(5, new Date());
    expect(claimed.map(({ endpointId }) => endpointId).sort()).toEqual(
      [busy.id, busy.id, busy.id, busy.id, quiet.id].sort(),
    );
    expect(await claimDeliveries(5, new Date())).toEqual([]);
    await db.webhookDelivery.updateMany({ data: { leasedUntil: null } });
    await round();
    expect(receiver.of(busy.path)).toHaveLength(12);
    expect(receiver.of(quiet.path)).toHaveLength(1);
  });
});
