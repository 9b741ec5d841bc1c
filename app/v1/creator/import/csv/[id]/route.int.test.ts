import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import * as csv from "../route";
import * as route from "./route";

const HEADERS = { "Content-Type": "text/csv" };
const FILE = "asset_type,title\nMOVIE,A\n";

let ada: Actor;
let id: string;
beforeAll(async () => {
  ada = await seedCreator();
  id = (await call(csv, "POST", { as: ada, body: FILE, headers: HEADERS, query: { dryRun: "true" } })).body.jobId;
});

const report = (query: Record<string, string> = {}) => call(route, "GET", { as: ada, params: { id }, query });

describe("200", () => {
  test("a file that nobody has looked at yet waits, without a summary", async () => {
    expect(await report()).toMatchObject({ status: 200, body: { status: "queued", summary: null, dryRun: true } });
  });
});

describe("422", () => {
  test("a kind of problem that there is not", async () => {
    expect((await report({ severity: "mild" })).status).toBe(422);
  });
});
