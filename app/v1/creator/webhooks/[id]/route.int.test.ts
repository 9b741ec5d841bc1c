import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import * as redeliver from "./deliveries/[deliveryId]/redeliver/route";
import * as delivery from "./deliveries/[deliveryId]/route";
import * as deliveries from "./deliveries/route";
import * as rotate from "./rotate-secret/route";
import * as route from "./route";
import * as testing from "./test/route";

let ada: Actor;
let id: string;
beforeEach(async () => {
  ada = await seedCreator();
  const url = "https://hooks.example.com/";
  const made = await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" });
  id = made.endpoint.id;
});

const patch = (body: unknown, as = ada) => call(route, "PATCH", { as, params: { id }, body });
const sendTest = (body: unknown = {}) => call(testing, "POST", { as: ada, params: { id }, body });
const list = (query = {}) => call(deliveries, "GET", { as: ada, params: { id }, query });

describe("200", () => {
  test("an endpoint is read, changed, disabled and enabled anew", async () => {
    expect((await call(route, "GET", { as: ada, params: { id } })).body).toMatchObject({ id, enabled: true });
    const { body: off } = await patch({ enabled: false, description: "Paused" });
    expect(off).toMatchObject({ enabled: false, disabledReason: "creator", description: "Paused" });
    expect((await patch({ enabled: true })).body).toMatchObject({ enabled: true, disabledReason: null });
  });

  test("a rotated secret is another one, and the old one's end is told", async () => {
    const { status, body } = await call(rotate, "POST", { as: ada, params: { id } });
    expect(status).toBe(200);
    expect(body.secret).toMatch(/^whsec_/);
    expect(Date.parse(body.endpoint.previousSecretUntil)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  test("the log shows what was sent, by state and event, with its body", async () => {
    const { body: sent } = await sendTest({ eventType: "channel.published" });
    await sendTest();
    expect((await list()).body).toMatchObject({ total: 2, page: 1 });
    expect((await list({ eventType: "channel.published" })).body.items).toEqual([sent]);
    expect((await list({ status: "failed" })).body.items).toEqual([]);
    const { body } = await call(delivery, "GET", { as: ada, params: { id, deliveryId: sent.id } });
    expect(body).toMatchObject({ ...sent, tries: [], payload: { type: "channel.published", test: true } });
  });
});

describe("202", () => {
  test("a test and another try of it are on their way", async () => {
    const { status, body } = await sendTest();
    expect(status).toBe(202);
    expect(body).toMatchObject({ kind: "test", status: "pending", eventType: "content.ready", attempts: 0 });
    const again = await call(redeliver, "POST", { as: ada, params: { id, deliveryId: body.id } });
    expect([again.status, again.body.eventId]).toEqual([202, body.eventId]);
  });
});

describe("204", () => {
  test("an endpoint is removed with its log", async () => {
    await sendTest();
    expect((await call(route, "DELETE", { as: ada, params: { id } })).status).toBe(204);
    expect((await list()).status).toBe(404);
  });
});

describe("404", () => {
  test("for everybody else, and for what does not exist", async () => {
    const { body } = await sendTest();
    const eve = await seedCreator();
    const params = { id, deliveryId: body.id };
    for (const [file, method] of [
      [route, "GET"],
      [route, "DELETE"],
      [rotate, "POST"],
      [deliveries, "GET"],
      [delivery, "GET"],
      [redeliver, "POST"],
    ] as const) {
      expect((await call(file, method, { as: eve, params })).status, method).toBe(404);
    }
    expect((await call(testing, "POST", { as: eve, params, body: {} })).status).toBe(404);
    expect((await patch({ enabled: false }, eve)).status).toBe(404);
    expect((await call(route, "GET", { as: ada, params: { id: "nothing" } })).status).toBe(404);
  });
});

describe("422", () => {
  test.each([
    ["nothing to change", {}],
    ["an unknown field", { secret: "mine" }],
    ["no events", { eventTypes: [] }],
    ["a private address", { url: "https://localhost/" }],
  ])("%s", async (_, body) => {
    expect((await patch(body)).status).toBe(422);
  });
});
