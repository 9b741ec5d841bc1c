import { describe, expect, test } from "vitest";
import * as me from "@/app/v1/me/route";
import { DEVICE_GRANT } from "@/core/devices/grant-type";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as approve from "../approve/route";
import * as device from "../device/route";
import * as token from "../token/route";
import * as route from "./route";

async function tvToken(): Promise<string> {
  const { body: started } = await call(device, "POST", { body: { client_id: "Kitchen" } });
  await call(approve, "POST", { as: await seedCreator(), body: { userCode: started.user_code, approve: true } });
  const grant = { grant_type: DEVICE_GRANT, device_code: started.device_code };
  return (await call(token, "POST", { body: grant })).body.access_token;
}

describe("204", () => {
  test("a TV that signs out is nobody from then on", async () => {
    const as = await tvToken();
    expect((await call(route, "POST", { as })).status).toBe(204);
    expect((await call(me, "GET", { as })).status).toBe(401);
  });
});

describe("403", () => {
  test("what is no TV has nothing to end here", async () => {
    const ada = await seedCreator();
    for (const as of [ada, await seedApiKey(ada, "content:read")])
      expect((await call(route, "POST", { as })).body.error.code).toBe("auth.tv_required");
  });
});
