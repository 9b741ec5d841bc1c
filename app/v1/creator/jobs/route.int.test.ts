import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { queue } from "@/server/queue/enqueue";
import * as cancelRoute from "./[id]/cancel/route";
import * as retryRoute from "./[id]/retry/route";
import * as route from "./route";

type ItemFields = NonNullable<Parameters<typeof seedContent>[1]>;

/** An import and its item, in whatever state. */
async function seedImport(
  owner: Actor,
  job: { status?: "queued" | "running" | "done" | "failed"; errorCode?: string; errorMessage?: string } = {},
  item: ItemFields = {},
) {
  const url = "https://example.com/film.mp4";
  const made = await seedContent(owner, { sourceKind: "url", sourceUrl: url, status: "uploading", ...item });
  const input = { source: { kind: "url", url }, posterUrl: null, titleFromSource: false };
  return db.job.create({ data: { ownerId: owner.userId, kind: "import", contentItemId: made.id, input, ...job } });
}

const list = (as: Actor | string, query: Record<string, string | number> = {}) => call(route, "GET", { as, query });
const retry = (as: Actor | string, id: string) => call(retryRoute, "POST", { as, params: { id } });
const cancel = (as: Actor | string, id: string) => call(cancelRoute, "POST", { as, params: { id } });

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

describe("GET 200", () => {
  test("newest first, each in the state of the whole way to the screen; filters and counts", async () => {
    const bob = await seedCreator();
    const failure = { errorCode: "url.refused", errorMessage: "Not there." };
    const ids = [
      await seedImport(bob, {}, { title: "Waits" }),
      await seedImport(bob, { status: "running" }),
      await seedImport(bob, { status: "done" }, { status: "transcoding", progressPercent: 40, progressSpeed: 2 }),
      await seedImport(bob, { status: "done" }, { status: "ready" }),
      await seedImport(bob, { status: "done" }, { status: "failed", errorCode: "x", errorMessage: "Broken file." }),
      await seedImport(bob, { status: "failed", ...failure }, { status: "deleted" }),
    ].map(({ id }) => id);
    const { status, body } = await list(bob);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 6,
      page: 1,
      perPage: 20,
      counts: { queued: 1, running: 2, done: 1, failed: 2 },
    });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    const [gone, broken, ready, converting, , waits] = body.items;
    expect(waits).toMatchObject({
      kind: "import",
      status: "queued",
      source: "https://example.com/film.mp4",
      item: { title: "Waits", type: "movie", status: "uploading" },
      canRetry: false,
      canCancel: true,
    });
    expect(converting).toMatchObject({ status: "running", progressPercent: 40, convertingSpeed: 2, canCancel: false });
    expect(ready).toMatchObject({ status: "done", error: null });
    expect(broken).toMatchObject({ status: "failed", error: { code: "x", message: "Broken file." }, canRetry: true });
    expect(gone).toMatchObject({ item: null, error: { message: "Not there." }, canRetry: false });

    const failed = (await list(bob, { status: "failed", per_page: 1 })).body;
    expect(failed).toMatchObject({ total: 2, items: [{ id: ids[5] }] });
    expect((await list(bob, { status: "failed", per_page: 1, page: 2 })).body.items).toMatchObject([{ id: ids[4] }]);
    expect((await list(bob, { kind: "csv" })).body.total).toBe(0);
    expect((await list(await seedApiKey(bob, "content:read"))).body.total).toBe(6);
  });
});

describe("retry 202", () => {
  test("an import that failed starts over with its item, and the worker is told", async () => {
    const failure = { status: "failed", errorCode: "url.refused", errorMessage: "Gone." } as const;
    const { id, contentItemId } = await seedImport(ada, failure, failure);
    const { status, body } = await retry(ada, id);
    expect(status).toBe(202);
    expect(body).toMatchObject({ id, status: "queued", error: null });
    expect(await db.contentItem.findUnique({ where: { id: contentItemId ?? "" } })).toMatchObject({
      status: "uploading",
      errorCode: null,
    });
    expect((await queue("import").getJob(`import-${id}`))?.data).toEqual({ jobId: id });
  });

  test("where only the conversion failed, that is done again", async () => {
    const { id, contentItemId } = await seedImport(
      ada,
      { status: "done" },
      { status: "failed", sourceKey: "sources/a" },
    );
    expect((await retry(ada, id)).status).toBe(202);
    const item = await db.contentItem.findUnique({ where: { id: contentItemId ?? "" } });
    expect(item?.status).toBe("pending_transcode");
  });
});

describe("cancel 200", () => {
  test("the job and its item end, with the reason; it can be tried again", async () => {
    const { id, contentItemId } = await seedImport(ada, { status: "running" });
    expect((await cancel(ada, id)).body).toMatchObject({ status: "failed", error: { code: "job.cancelled" } });
    const item = await db.contentItem.findUnique({ where: { id: contentItemId ?? "" } });
    expect(item).toMatchObject({ status: "failed", errorCode: "job.cancelled" });
    expect((await retry(ada, id)).status).toBe(202);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key without the scope, somebody else", async () => {
    const { id } = await seedImport(ada, { status: "failed" }, { status: "failed" });
    expect((await call(route, "GET")).status).toBe(401);
    expect((await list(await seedApiKey(ada, "channel:read"))).status).toBe(403);
    const reader = await seedApiKey(ada, "content:read");
    const eve = await seedCreator();
    for (const act of [retry, cancel]) {
      expect((await act(reader, id)).status).toBe(403);
      expect((await act(eve, id)).status).toBe(404);
    }
    expect((await list(eve)).body.total).toBe(0);
  });
});

describe("409", () => {
  test("what has not failed, whose item is gone, or is over", async () => {
    const { id } = await seedImport(ada, { status: "done" }, { status: "ready" });
    expect((await retry(ada, id)).body.error.code).toBe("job.not_failed");
    expect((await cancel(ada, id)).body.error.code).toBe("job.over");
    const gone = await seedImport(ada, { status: "failed" }, { status: "deleted" });
    expect((await retry(ada, gone.id)).body.error.code).toBe("job.not_failed");
  });
});

describe("422", () => {
  test("a state or kind that there is not", async () => {
    expect((await list(ada, { status: "lost" })).status).toBe(422);
    expect((await list(ada, { kind: "fill" })).status).toBe(422);
  });
});
