import { describe, expect, test } from "vitest";
import * as me from "@/app/v1/me/route";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { openSession } from "@/server/auth/open-session";
import * as route from "./route";

describe("204", () => {
  test("another session of the caller ends", async () => {
    const ada = await seedCreator();
    const id = await openSession(ada.userId, "");
    expect((await call(route, "DELETE", { as: ada, params: { id } })).status).toBe(204);
    expect((await call(me, "GET", { as: { ...ada, sessionId: id } })).status).toBe(401);
    expect((await call(me, "GET", { as: ada })).status).toBe(200);
  });
});

describe("403", () => {
  test("an API key ends no sessions", async () => {
    const ada = await seedCreator();
    const id = await openSession(ada.userId, "");
    const as = await seedApiKey(ada, "content:write");
    expect((await call(route, "DELETE", { as, params: { id } })).body.error.code).toBe("api_key.session_required");
  });
});

describe("404", () => {
  test("a session of somebody else, and what is no id", async () => {
    const foreign = await openSession((await seedCreator()).userId, "");
    for (const id of [foreign, "nothing"])
      expect((await call(route, "DELETE", { as: await seedCreator(), params: { id } })).status).toBe(404);
  });
});
