import { describe, expect, test } from "vitest";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

describe("200", () => {
  test("a code to poll with and one to type, with the address where it is typed", async () => {
    const { status, body } = await call(route, "POST", { body: { client_id: "Living room" } });
    expect(status).toBe(200);
    expect(body.user_code).toMatch(/^\w{4}-\w{4}$/);
    expect(body.verification_uri).toMatch(/\/link$/);
    expect(body.device_code).not.toContain(body.user_code);
  });
});
