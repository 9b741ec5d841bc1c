import { describe, expect, test } from "vitest";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

describe("404", () => {
  test.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)(
    "%s of an address that is none, also for nobody",
    async (method) => {
      const { status, body, headers } = await call(route, method, {});
      expect(status).toBe(404);
      expect(body.error).toEqual({
        code: "resource.not_found",
        message: expect.any(String),
        requestId: headers.get("X-Request-Id"),
      });
    },
  );
});
