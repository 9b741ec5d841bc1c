import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
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

/** An event, or a test, that was delivered. */
async function delivered(kind: "event" | "test"): Promise<string> {
  const { body } = await call(testing, "POST", { as: ada, params: { id }, body: {} });
  const ended = { kind, status: "delivered", nextAttemptAt: null, endedAt: new Date() } as const;
  await db.webhookDelivery.update({ where: { id: body.id }, data: ended });
  return body.id;
}
const redeliver = (deliveryId: string) => call(route, "POST", { as: ada, params: { id, deliveryId } });

describe("202", () => {
  test("what was delivered goes out once more, as the same delivery", async () => {
    const first = await delivered("event");
    const { status, body } = await redeliver(first);
    expect([status, body]).toMatchObject([202, { id: first, status: "pending", kind: "redelivery", attempts: 0 }]);
  });
});

describe("409", () => {
  test("an endpoint that is disabled gets nothing but tests", async () => {
    const [event, tried] = [await delivered("event"), await delivered("test")];
    await updateEndpoint(ada, id, { enabled: false });
    expect((await redeliver(event)).body.error.code).toBe("webhook.disabled");
    expect((await redeliver(tried)).status).toBe(202);
  });
});
