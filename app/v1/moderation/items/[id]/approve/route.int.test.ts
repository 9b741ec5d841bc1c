import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedWaiting } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  [grace, ada] = await Promise.all([seedCreator({ name: "Grace", isModerator: true }), seedCreator()]);
});

const decide = (id: string, as: Actor, body: object = { status: "pending_moderation" }) =>
  call(route, "POST", { as, params: { id }, body });

describe("200", () => {
  test("an item that waits is made ready", async () => {
    const { id } = await seedWaiting(ada);
    expect(await decide(id, grace)).toMatchObject({ status: 200, body: { id, status: "ready" } });
  });
});

describe("403", () => {
  test("its owner does not decide", async () => {
    const { id } = await seedWaiting(ada);
    expect((await decide(id, ada)).body.error.code).toBe("auth.moderator_required");
  });
});

describe("404", () => {
  test("what is no id", async () => {
    expect((await decide("x", grace)).status).toBe(404);
  });
});

describe("409", () => {
  test("what is decided already", async () => {
    const { id } = await seedWaiting(ada);
    await decide(id, grace);
    expect((await decide(id, grace)).body.error.code).toBe("content.decided");
  });
});

describe("422", () => {
  test("a status that nobody saw", async () => {
    const { id } = await seedWaiting(ada);
    expect((await decide(id, grace, {})).status).toBe(422);
  });
});
