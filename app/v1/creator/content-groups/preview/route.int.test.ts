import { describe, expect, test } from "vitest";
import { seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as route from "./route";

const rulesFor = (tag: string) => ({ rules: { conditions: [{ field: "tag", op: "any_of", values: [tag] }] } });

describe("200", () => {
  test("what rules would hold, and nothing is stored", async () => {
    const ada = await seedCreator();
    const item = await seedReadyContent(ada, { tags: ["late"] });
    await seedReadyContent(ada);
    await seedReadyContent(await seedCreator(), { tags: ["late"] });
    const { status, body } = await call(route, "POST", { as: ada, body: rulesFor("late") });
    expect(status).toBe(200);
    expect([body.itemCount, body.items.map((each: { id: string }) => each.id)]).toEqual([1, [item.id]]);
    expect(await db.contentGroup.count({ where: { ownerId: ada.userId } })).toBe(0);
  });
});

describe("422", () => {
  test("no conditions", async () => {
    expect((await call(route, "POST", { as: await seedCreator(), body: { rules: { conditions: [] } } })).status).toBe(
      422,
    );
  });
});
