import { describe, expect, test } from "vitest";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as route from "./route";

describe("200", () => {
  test("tags in use, most used first, and nobody else's", async () => {
    const ada = await seedCreator();
    await seedReadyContent(ada, { tags: ["night"] });
    await seedReadyContent(ada, { tags: ["night", "owls"] });
    await seedReadyContent(await seedCreator(), { tags: ["foreign"] });
    const { status, body } = await call(route, "GET", { as: ada });
    expect(status).toBe(200);
    expect(JSON.stringify(body.tags)).toMatch(/night.*owls/);
    expect(JSON.stringify(body)).not.toContain("foreign");
  });
});
