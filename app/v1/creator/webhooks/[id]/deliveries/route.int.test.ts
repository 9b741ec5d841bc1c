import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import * as testing from "../test/route";
import * as route from "./route";

let ada: Actor;
let id: string;
beforeEach(async () => {
  ada = await seedCreator();
  const url = "https://hooks.example.com/";
  id = (await createEndpoint(ada, { url, eventTypes: ["content.ready"], description: "" })).endpoint.id;
});

const list = (query: Record<string, string | number> = {}) => call(route, "GET", { as: ada, params: { id }, query });

describe("200", () => {
  test("newest first, page by page, by state and event", async () => {
    const send = (eventType: string) => call(testing, "POST", { as: ada, params: { id }, body: { eventType } });
    const [older, newer] = [(await send("content.ready")).body, (await send("content.failed")).body];
    expect(await list()).toMatchObject({
      status: 200,
      body: { total: 2, items: [{ id: newer.id }, { id: older.id }] },
    });
    expect((await list({ per_page: 1, page: 2 })).body.items).toMatchObject([{ id: older.id }]);
    expect((await list({ eventType: "content.ready" })).body.items).toMatchObject([{ id: older.id }]);
    expect((await list({ status: "delivered" })).body.items).toEqual([]);
  });
});

describe("200, while more is sent", () => {
  test("the second page as of the first is what it would have been", async () => {
    const send = async () => (await call(testing, "POST", { as: ada, params: { id }, body: {} })).body.id as string;
    const oldest = await send();
    await send();
    const { asOf } = (await list({ per_page: 1 })).body;
    await new Promise((resolve) => setTimeout(resolve, 2));
    await send();
    const second = (await list({ per_page: 1, page: 2, as_of: asOf })).body;
    expect(second).toMatchObject({ total: 2, asOf, items: [{ id: oldest }] });
  });
});

describe("422", () => {
  test("a state that there is not", async () => {
    expect((await list({ status: "lost" })).status).toBe(422);
  });
});
