import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

async function imported(
  status: "running" | "failed" | "done",
  item: "uploading" | "failed" | "ready",
): Promise<string> {
  const url = "https://example.com/film.mp4";
  const { id: contentItemId } = await seedContent(ada, { sourceKind: "url", sourceUrl: url, status: item });
  const input = { source: { kind: "url", url }, posterUrl: null, titleFromSource: false };
  const job = { ownerId: ada.userId, kind: "import", contentItemId, input, status } as const;
  return (await db.job.create({ data: job })).id;
}

const act = (id: string) => call(route, "POST", { as: ada, params: { id } });

describe("202", () => {
  test("an import that failed starts over", async () => {
    const id = await imported("failed", "failed");
    expect(await act(id)).toMatchObject({ status: 202, body: { id, status: "queued", error: null } });
  });
});

describe("409", () => {
  test("one that is done stays as it is", async () => {
    expect((await act(await imported("done", "ready"))).body.error.code).toBe("job.not_failed");
  });
});
