import { describe, expect, test } from "vitest";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { send } from "@/scripts/testing/call-route";
import * as route from "./route";

describe("200", () => {
  test("a line for every item of the caller, and no cell that is a formula", async () => {
    const ada = await seedCreator();
    await seedReadyContent(ada, { title: "=1+1" });
    await seedReadyContent(await seedCreator(), { title: "Not hers" });
    const text = await (await send(route, "GET", { as: ada })).text();
    expect(text.split("\r\n").filter(Boolean)).toHaveLength(2);
    expect(text).toContain("'=1+1");
    expect(text).not.toContain("Not hers");
  });
});

describe("422", () => {
  test("a form of the file that there is not", async () => {
    expect((await send(route, "GET", { as: await seedCreator(), query: { excel: "perhaps" } })).status).toBe(422);
  });
});
