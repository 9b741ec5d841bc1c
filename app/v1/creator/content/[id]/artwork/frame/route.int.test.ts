import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { getJob } from "@/server/jobs/get-job";
import { jobsStuck } from "@/server/jobs/jobs-stuck";
import { queue } from "@/server/queue/enqueue";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const choose = (id: string, body: object = { atSeconds: 5 }, as: Actor | string = ada) =>
  call(route, "POST", { as, params: { id }, body });

describe("202", () => {
  test("the worker is asked, and the job can be polled", async () => {
    const clip = await seedReadyContent(ada);
    const { status, body } = await choose(clip.id);
    expect(status).toBe(202);
    expect(await getJob(ada, body.jobId)).toMatchObject({ kind: "frame", status: "queued", error: null });
    expect((await queue("short").getJob(`frame-${body.jobId}`))?.data).toEqual({ jobId: body.jobId });
  });

  test("a job that the queue lost is taken up by the sweep", async () => {
    const { body } = await choose((await seedReadyContent(ada)).id);
    const later = new Date(Date.now() + 10 * 60_000);
    await jobsStuck("frame", later);
    expect((await queue("short").getJob(`frame-${body.jobId}-${later.getTime()}`))?.data.jobId).toBe(body.jobId);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await seedReadyContent(ada);
    expect((await call(route, "POST", { params: { id }, body: { atSeconds: 1 } })).status).toBe(401);
    expect((await choose(id, { atSeconds: 1 }, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await choose(id, { atSeconds: 1 }, await seedCreator())).status).toBe(404);
  });
});

describe("409", () => {
  test("an item that is not converted, and a series, have no frames", async () => {
    for (const fields of [{ status: "failed" }, { type: "series", status: "ready", sourceKind: "none" }] as const) {
      const { status, body } = await choose((await seedContent(ada, fields)).id);
      expect([status, body.error.code]).toEqual([409, "content.no_frames"]);
    }
  });
});

describe("422", () => {
  test.each([
    ["a moment behind the end", { atSeconds: 60.001 }],
    ["a moment before the start", { atSeconds: -1 }],
    ["no moment", {}],
  ])("%s", async (_, body) => {
    expect((await choose((await seedReadyContent(ada, { durationMs: 60_000 })).id, body)).status).toBe(422);
  });
});
