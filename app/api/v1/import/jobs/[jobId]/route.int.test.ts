import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { db } from "@/server/db";
import { importAssets } from "@/server/import/import-assets";
import * as route from "./route";

let ada: Actor;
let key: string;
let jobId: string;
let assetId: string;

const keyOf = async (owner: Actor) => (await createApiKey(owner, { name: "Import", kind: "import" })).key.token;
const get = (token: string, id = jobId) =>
  call(route, "GET", { params: { jobId: id }, headers: { "X-API-Key": token } });
const setItem = (data: Parameters<typeof db.contentItem.update>[0]["data"]) =>
  db.contentItem.update({ where: { id: assetId }, data });

beforeAll(async () => {
  ada = await seedCreator();
  key = await keyOf(ada);
  const wish = { url: "https://example.com/a.mp4", content_groups: ["Nowhere"] };
  const { results } = await importAssets(ada.userId, { assets: [wish] } as Parameters<typeof importAssets>[1]);
  const [result] = results;
  if (result?.status !== "accepted") throw new Error("the asset was not accepted");
  [jobId, assetId] = [result.job_id, result.asset_id];
});

describe("200", () => {
  test("from the queue to ready, in the published words", async () => {
    expect((await get(key)).body).toEqual({
      job_id: jobId,
      asset_id: assetId,
      status: "PROCESSING",
      progress_percent: 0,
      error: null,
      warnings: ["There is no content group “Nowhere”."],
    });
    await db.job.update({ where: { id: jobId }, data: { status: "done", progressPercent: 100 } });
    await setItem({ status: "transcoding", progressPercent: 50 });
    expect((await get(key)).body).toMatchObject({ status: "PROCESSING", progress_percent: 75 });
    await setItem({ status: "ready", progressPercent: 100 });
    expect((await get(key)).body).toMatchObject({ status: "READY", progress_percent: 100, error: null });
  });

  test("a failure says why", async () => {
    await setItem({ status: "failed", errorCode: "x", errorMessage: "The server closed the connection." });
    expect((await get(key)).body).toMatchObject({ status: "FAILED", error: "The server closed the connection." });
    await setItem({ status: "deleted" });
    expect((await get(key)).body).toMatchObject({ status: "FAILED", error: "The asset was deleted." });
  });
});

describe("401, 404", () => {
  test("no valid key, somebody else's, an id that is none", async () => {
    expect((await get("vid_")).status).toBe(401);
    const other = await get(await keyOf(await seedCreator()));
    expect(other.status).toBe(404);
    expect(other.body).toEqual({ detail: "The job was not found." });
    expect((await get(key, "1")).status).toBe(404);
  });
});
