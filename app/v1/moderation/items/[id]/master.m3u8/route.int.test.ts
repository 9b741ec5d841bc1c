import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator, seedWaiting } from "@/prisma/seed/builders";
import { send } from "@/scripts/testing/call-route";
import * as route from "./route";

let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  [grace, ada] = await Promise.all([seedCreator({ name: "Grace", isModerator: true }), seedCreator()]);
});

const watch = (id: string, as: Actor) => send(route, "GET", { as, params: { id } });

describe("200", () => {
  test("a moderator watches what waits", async () => {
    const reply = await watch((await seedWaiting(ada)).id, grace);
    expect([reply.status, (await reply.text()).startsWith("#EXTM3U")]).toEqual([200, true]);
  });
});

describe("403", () => {
  test("who is no moderator does not", async () => {
    expect((await watch((await seedWaiting(ada)).id, ada)).status).toBe(403);
  });
});

describe("404", () => {
  test("what is no id", async () => {
    expect((await watch("x", grace)).status).toBe(404);
  });
});
