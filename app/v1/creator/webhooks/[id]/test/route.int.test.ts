import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import * as route from "./route";

let ada: Actor;
let id: string;
beforeEach(async () => {
  ada = await seedCreator();
  const url = "https://hooks.example.com/";
  id = (await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" })).endpoint.id;
});

const sendTest = (body: object) => call(route, "POST", { as: ada, params: { id }, body });

describe("202", () => {
  test("an example of the event that was asked for is on its way", async () => {
    const { status, body } = await sendTest({ eventType: "schedule.changed" });
    expect([status, body]).toMatchObject([202, { kind: "test", status: "pending", eventType: "schedule.changed" }]);
  });
});

describe("422", () => {
  test("an event that there is not", async () => {
    expect((await sendTest({ eventType: "content.lost" })).status).toBe(422);
  });
});
