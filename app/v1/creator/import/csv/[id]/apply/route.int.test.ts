import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { db } from "@/server/db";
import * as csv from "../../route";
import * as route from "./route";

const HEADERS = { "Content-Type": "text/csv" };
const FILE = "asset_type,title\nMOVIE,A\n";

let ada: Actor;
let id: string;
beforeAll(async () => {
  ada = await seedCreator();
  id = (await call(csv, "POST", { as: ada, body: FILE, headers: HEADERS, query: { dryRun: "true" } })).body.jobId;
});

const apply = () => call(route, "POST", { as: ada, params: { id } });

describe("202", () => {
  test("a file that was checked is brought in by a job of its own", async () => {
    await db.job.update({ where: { id }, data: { status: "done" } });
    const { status, body } = await apply();
    expect(status).toBe(202);
    expect(await db.job.findUnique({ where: { id: body.jobId } })).toMatchObject({ kind: "csv", ownerId: ada.userId });
    expect(body.jobId).not.toBe(id);
  });
});
