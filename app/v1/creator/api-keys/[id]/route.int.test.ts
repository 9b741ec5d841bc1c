import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createApiKey } from "@/server/api-keys/create-api-key";
import * as me from "../../../me/route";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const newKey = async (owner = ada) =>
  (await createApiKey(owner, { name: "n", kind: "creator", scopes: ["content:read"] })).key;
const revoke = (id: string, as: Actor | string) => call(route, "DELETE", { as, params: { id } });

describe("204", () => {
  test("a revoked key fails at once; revoking again changes nothing", async () => {
    const key = await newKey();
    expect((await call(me, "GET", { as: key.token })).status).toBe(200);
    expect((await revoke(key.id, ada)).status).toBe(204);
    expect((await call(me, "GET", { as: key.token })).status).toBe(401);
    expect((await revoke(key.id, ada)).status).toBe(204);
  });

  test("a key may revoke another key of its owner, and itself", async () => {
    const [one, two] = [await newKey(), await newKey()];
    expect((await revoke(two.id, one.token)).status).toBe(204);
    expect((await revoke(one.id, one.token)).status).toBe(204);
    expect((await revoke(one.id, one.token)).status).toBe(401);
  });
});

describe("401, 404", () => {
  test("nobody, a key of somebody else, one that never was, an id that is none", async () => {
    const key = await newKey();
    expect((await call(route, "DELETE", { params: { id: key.id } })).status).toBe(401);
    expect((await revoke(key.id, await seedCreator())).status).toBe(404);
    expect((await call(me, "GET", { as: key.token })).status).toBe(200);
    expect((await revoke("01936f4e-0000-7000-8000-000000000000", ada)).status).toBe(404);
    expect((await revoke("x", ada)).status).toBe(404);
  });
});
