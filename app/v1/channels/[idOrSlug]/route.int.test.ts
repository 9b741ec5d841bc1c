import { describe, expect, test } from "vitest";
import { seedChannel, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { publishChannel } from "@/server/channels/publish-channel";
import * as route from "./route";

const get = (idOrSlug: string) => call(route, "GET", { params: { idOrSlug } });

describe("200", () => {
  test("a channel on the air, by its id and its slug", async () => {
    const ada = await seedCreator();
    const { id, slug } = await seedChannel(ada, { name: "Night" });
    await publishChannel(ada, id);
    for (const name of [id, slug])
      expect(await get(name)).toMatchObject({ status: 200, body: { id, slug, name: "Night" } });
  });
});

describe("404", () => {
  test("a draft, and what never was", async () => {
    const { slug } = await seedChannel(await seedCreator());
    for (const name of [slug, "never-was"]) expect((await get(name)).body.error.code).toBe("resource.not_found");
  });
});
