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

describe("200", () => {
  test("another secret each time, and the old one signs on for a day", async () => {
    const rotate = () => call(route, "POST", { as: ada, params: { id } });
    const [first, second] = [await rotate(), await rotate()];
    expect([first.status, first.body.secret]).toEqual([200, expect.stringMatching(/^whsec_/)]);
    expect(second.body.secret).not.toBe(first.body.secret);
    expect(Date.parse(second.body.endpoint.previousSecretUntil)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });
});
