import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call, send } from "@/scripts/testing/call-route";
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

describe("200", () => {
  test("of a file without problems so far: the names of the columns", async () => {
    const reply = await send(route, "GET", { as: ada, params: { id } });
    expect(reply.status).toBe(200);
    expect((await reply.text()).trim().split("\r\n")).toHaveLength(1);
  });
});
