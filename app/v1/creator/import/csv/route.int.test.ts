import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/core/actor";
import { MAX_CSV_BYTES } from "@/core/import/limits";
import { seedCreator } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
import { whileStorageIsFull } from "@/scripts/testing/full-storage";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { runCsv } from "@/server/import/run-csv";
import { queue } from "@/server/queue/enqueue";
import * as contentCsv from "../../content.csv/route";
import * as applyRoute from "./[id]/apply/route";
import * as problemsRoute from "./[id]/problems.csv/route";
import * as reportRoute from "./[id]/route";
import * as route from "./route";
import * as templateRoute from "./template.csv/route";

const CSV = { "Content-Type": "text/csv; charset=utf-8" };
const FILE = "asset_type,ingest_id,title,production_year\nMOVIE,a,A,1999\nMOVIE,b,B,soon\nMOVIE,c,C,\n";

/** Files are work; a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

let ada: Actor;
let folder: string;
beforeAll(async () => {
  ada = await seedCreator();
  folder = await mkdtemp(path.join(tmpdir(), "lineup-csv-route-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const post = (as: Actor | string | undefined, body: string, dryRun: string, headers: Record<string, string> = CSV) =>
  call(route, "POST", { as, body, query: { dryRun, filename: "films.csv" }, headers });
const work = (jobId: string) => runCsv(jobId, folder, new AbortController().signal);
const report = (as: Actor | string, id: string, query = {}) => call(reportRoute, "GET", { as, params: { id }, query });

describe("202, 200", () => {
  test("a dry run by a key, its report page by page and as a file, then the same file for good", async () => {
    const key = await seedApiKey(ada, "content:write");
    const started = await post(key, FILE, "true");
    expect(started.status).toBe(202);
    const { jobId } = started.body;
    expect((await queue("short").getJob(`csv-${jobId}`))?.data).toEqual({ jobId });
    expect((await report(key, jobId)).body).toMatchObject({ status: "queued", summary: null, dryRun: true });
    await work(jobId);
    const { body } = await report(key, jobId, { page: 1, per_page: 1 });
    expect(body).toMatchObject({ status: "done", filename: "films.csv", sizeBytes: FILE.length });
    expect(body.summary).toMatchObject({ rows: 3, created: 2, skipped: 1 });
    const problem = { line: 3, column: "production_year", severity: "error", ingestId: "b" };
    expect(body.problems).toMatchObject({ total: 1, perPage: 1, items: [problem] });
    expect((await report(key, jobId, { severity: "warning" })).body.problems.items).toEqual([]);
    const file = await send(problemsRoute, "GET", { as: key, params: { id: jobId } });
    expect(file.headers.get("Content-Disposition")).toContain("problems.csv");
    expect(await file.text()).toMatch(/\r\n3,production_year,error,b,must be a whole number/);
    expect(await db.contentItem.count({ where: { ownerId: ada.userId } })).toBe(0);

    const applied = await call(applyRoute, "POST", { as: key, params: { id: jobId } });
    expect(applied.status).toBe(202);
    await work(applied.body.jobId);
    expect((await report(key, applied.body.jobId)).body).toMatchObject({ dryRun: false, summary: { created: 2 } });
    expect(await db.contentItem.count({ where: { ownerId: ada.userId } })).toBe(2);
  });

  test("the catalogue comes back as a file, the template is one that can be brought in", async () => {
    const bob = await seedCreator();
    const template = await send(templateRoute, "GET", { as: bob });
    expect(template.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const { jobId } = (await post(bob, await template.text(), "false")).body;
    await work(jobId);
    expect((await report(bob, jobId)).body.summary).toMatchObject({ created: 3, skipped: 0, errors: 0 });
    const exported = await send(contentCsv, "GET", { as: await seedApiKey(bob, "content:read") });
    expect((await exported.text()).split("\r\n").filter(Boolean)).toHaveLength(4);
    const marked = Buffer.from(
      await (await send(contentCsv, "GET", { as: bob, query: { excel: "true" } })).arrayBuffer(),
    );
    expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const reader = await seedApiKey(ada, "content:read");
    expect((await post(undefined, FILE, "true")).status).toBe(401);
    expect((await post(reader, FILE, "true")).status).toBe(403);
    expect((await call(contentCsv, "GET")).status).toBe(401);
    const { jobId } = (await post(ada, FILE, "true")).body;
    const eve = await seedCreator();
    const params = { id: jobId };
    expect((await report(eve, jobId)).status).toBe(404);
    expect((await call(applyRoute, "POST", { as: eve, params })).status).toBe(404);
    expect((await call(problemsRoute, "GET", { as: eve, params })).status).toBe(404);
  });
});

describe("413, 415", () => {
  test("a file that is too large, by its length or as it comes in, and what is no CSV", async () => {
    const announced = { ...CSV, "Content-Length": String(MAX_CSV_BYTES + 1) };
    expect((await post(ada, FILE, "true", announced)).status).toBe(413);
    expect((await post(ada, "x".repeat(MAX_CSV_BYTES + 1), "true")).status).toBe(413);
    expect((await post(ada, FILE, "true", { "Content-Type": "application/json" })).status).toBe(415);
    expect(
      await db.job.count({ where: { ownerId: ada.userId, kind: "csv", input: { path: ["sizeBytes"], gt: 1000 } } }),
    ).toBe(0);
  });
});

describe("422", () => {
  test("a dry run that is neither true nor false", async () => {
    expect((await post(ada, FILE, "perhaps")).status).toBe(422);
  });
});

describe("507", () => {
  test("a storage without room is told, and there is no job", async () => {
    const bob = await seedCreator();
    const reply = await whileStorageIsFull(() => post(bob, FILE, "true"));
    expect([reply.status, reply.body.error.code]).toEqual([507, "storage.full"]);
    expect(await db.job.count({ where: { ownerId: bob.userId } })).toBe(0);
  });
});
