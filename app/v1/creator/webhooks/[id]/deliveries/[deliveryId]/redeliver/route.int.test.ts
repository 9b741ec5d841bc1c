import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import { updateEndpoint } from "@/server/webhooks/update-endpoint";
import * as testing from "../../../test/route";
import * as route from "./route";

let ada: Actor;
let id: string;
beforeEach(async () => {
  ada = await seedCreator();
  const url = "https://hooks.example.com/";
  id = (await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" })).endpoint.id;
});

const sent = async (): Promise<string> => (await call(testing, "POST", { as: ada, params: { id }, body: {} })).body.id;
const redeliver = (deliveryId: string) => call(route, "POST", { as: ada, params: { id, deliveryId } });

describe("202", () => {
  test("the same event goes out once more, under its id", async () => {
    const first = await sent();
    const { status, body } = await redeliver(first);
    expect([status, body.status]).toEqual([202, "pending"]);
    expect(body.id).not.toBe(first);
  });
});

describe("409", () => {
  test("an endpoint that is disabled gets nothing", async () => {
    const first = await sent();
    await updateEndpoint(ada, id, { enabled: false });
    expect((await redeliver(first)).body.error.code).toBe("webhook.disabled");
  });
});
