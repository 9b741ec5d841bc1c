import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import * as route from "./route";

let ada: Actor;
let item: { id: string; encodingId: string | null };
beforeAll(async () => {
  ada = await seedCreator();
  item = await seedReadyContent(ada, { durationMs: 62_000 });
});

describe("200", () => {
  test("DASH: a static presentation of the same length", async () => {
    const response = await send(route, "GET", { as: ada, params: { id: item.id } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/dash+xml");
    const text = await response.text();
    expect(text).toContain('type="static"');
    expect(text).toContain('mediaPresentationDuration="PT62.000000S"');
    expect(text.match(/<Representation /g)).toHaveLength(5);
  });

  test("a key that may read content gets it too", async () => {
    const as = await seedApiKey(ada, "content:read");
    expect((await send(route, "GET", { as, params: { id: item.id } })).status).toBe(200);
  });
});

describe("404", () => {
  test("an item that is not ready, and what is no id", async () => {
    const waiting = await seedContent(ada, { status: "pending_transcode" });
    for (const id of [waiting.id, "not-an-id"])
      expect((await call(route, "GET", { as: ada, params: { id } })).status).toBe(404);
  });
});
