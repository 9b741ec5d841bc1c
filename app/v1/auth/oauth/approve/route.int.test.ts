import { describe, expect, test } from "vitest";
import * as device from "@/app/v1/auth/oauth/device/route";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as route from "./route";

const approve = (as: Actor | string, userCode: string) =>
  call(route, "POST", { as, body: { userCode, approve: true } });
const shown = async (): Promise<string> =>
  (await call(device, "POST", { body: { client_id: "Living room" } })).body.user_code;

describe("204", () => {
  test("a creator lets a TV in, once", async () => {
    const [ada, code] = [await seedCreator(), await shown()];
    expect((await approve(ada, code)).status).toBe(204);
    expect((await approve(ada, code)).status).toBe(404);
  });
});

describe("403", () => {
  test("an API key lets nobody in", async () => {
    const { status, body } = await approve(await seedApiKey(await seedCreator(), "channel:write"), await shown());
    expect([status, body.error.code]).toEqual([403, "api_key.session_required"]);
  });
});

describe("404", () => {
  test("a code that no TV shows", async () => {
    expect((await approve(await seedCreator(), "BBBB-BBBB")).status).toBe(404);
  });
});
