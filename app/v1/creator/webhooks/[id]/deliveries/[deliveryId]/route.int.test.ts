import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import * as testing from "../../test/route";
import * as route from "./route";

let ada: Actor;
let id: string;
beforeEach(async () => {
  ada = await seedCreator();
  const url = "https://hooks.example.com/";
  id = (await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" })).endpoint.id;
});

describe("200", () => {
  test("what was sent, with its body and its tries", async () => {
    const { body: sent } = await call(testing, "POST", { as: ada, params: { id }, body: {} });
    const { status, body } = await call(route, "GET", { as: ada, params: { id, deliveryId: sent.id } });
    expect([status, body]).toMatchObject([200, { ...sent, tries: [], payload: { type: "content.ready", test: true } }]);
  });
});

describe("404", () => {
  test("a delivery of another endpoint of the same creator", async () => {
    const url = "https://other.example.com/";
    const { endpoint } = await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" });
    const { body } = await call(testing, "POST", { as: ada, params: { id: endpoint.id }, body: {} });
    expect((await call(route, "GET", { as: ada, params: { id, deliveryId: body.id } })).status).toBe(404);
  });
});
