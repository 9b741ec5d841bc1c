import { describe, expect, test } from "vitest";
import { seedCreator } from "@/prisma/seed/builders";
import { send } from "@/scripts/testing/call-route";
import * as route from "./route";

describe("200", () => {
  test("a file with examples to begin with", async () => {
    const reply = await send(route, "GET", { as: await seedCreator() });
    expect([reply.status, reply.headers.get("content-disposition")]).toEqual([
      200,
      'attachment; filename="lineup-template.csv"',
    ]);
    expect(await reply.text()).toContain("asset_type");
  });
});

describe("422", () => {
  test("a form of the file that there is not", async () => {
    expect((await send(route, "GET", { as: await seedCreator(), query: { excel: "perhaps" } })).status).toBe(422);
  });
});
