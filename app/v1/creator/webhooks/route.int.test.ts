import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { MAX_ENDPOINTS } from "@/core/webhooks/limits";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});
const ENDPOINT = { url: "https://hooks.example.com/lineup#here", eventTypes: ["content.ready", "content.ready"] };
const create = (body: unknown = ENDPOINT, as: Actor | string = ada, headers = {}) =>
  call(route, "POST", { as, body, headers });

describe("200", () => {
  test("a creator's own endpoints, without secrets", async () => {
    const owner = await seedCreator();
    const { body } = await create(ENDPOINT, owner);
    const list = await call(route, "GET", { as: owner });
    expect(list.body).toEqual({ items: [body.endpoint] });
    expect(JSON.stringify(list.body)).not.toContain("whsec_");
  });
});

describe("201", () => {
  test("an endpoint and its secret", async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(body.endpoint).toMatchObject({
      url: "https://hooks.example.com/lineup",
      eventTypes: ["content.ready"],
      enabled: true,
      failingSince: null,
    });
  });

  test("whose repeat with the same Idempotency-Key does not show the secret again", async () => {
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const first = await create(ENDPOINT, ada, headers);
    const again = await create(ENDPOINT, ada, headers);
    expect(again.body).toEqual({ endpoint: first.body.endpoint, secretShown: true });
  });
});

describe("401, 403", () => {
  test("nobody, and no API key whatever it may do", async () => {
    const token = await seedApiKey(ada, "channel:read", "channel:write", "content:read", "schedule:read");
    expect((await call(route, "GET", {})).status).toBe(401);
    expect((await call(route, "GET", { as: token })).body.error.code).toBe("api_key.session_required");
    expect((await create(ENDPOINT, token)).body.error.code).toBe("api_key.session_required");
  });
});

describe("409", () => {
  test("more endpoints than an account may have, also when they come at once", async () => {
    const owner = await seedCreator();
    const answers = await Promise.all(Array.from({ length: MAX_ENDPOINTS + 3 }, () => create(ENDPOINT, owner)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(MAX_ENDPOINTS);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.error.code)).toEqual(Array(3).fill("webhook.too_many"));
  });
});

describe("422", () => {
  test.each([
    ["a private address", { url: "https://10.0.0.1/" }, "url.refused"],
    ["plain http", { url: "http://hooks.example.com/" }, "url.refused"],
    ["a password", { url: "https://me:secret@hooks.example.com/" }, "url.refused"],
    ["no address", { url: "" }, "request.invalid"],
    ["no event", { eventTypes: [] }, "request.invalid"],
    ["an unknown event", { eventTypes: ["content.eaten"] }, "request.invalid"],
    ["a secret of one's own", { secret: "mine" }, "request.invalid"],
  ])("%s", async (_, fields, code) => {
    const { status, body } = await create({ ...ENDPOINT, ...fields });
    expect([status, body.error.code]).toEqual([422, code]);
  });
});
