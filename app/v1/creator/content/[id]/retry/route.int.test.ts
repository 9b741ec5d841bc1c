import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { queue } from "@/server/queue/enqueue";
import * as route from "./route";

let ada: Actor;
beforeAll(async () => {
  ada = await seedCreator();
});

const failed = () =>
  seedContent(ada, { status: "failed", errorCode: "x", errorMessage: "y", transcodeAttempt: 1, progressPercent: 40 });
const retry = (id: string, as: Actor | string = ada) => call(route, "POST", { as, params: { id } });

describe("202", () => {
  test("a failed item starts over and the worker is told", async () => {
    const { id } = await failed();
    const { status, body } = await retry(id);
    expect(status).toBe(202);
    expect(body).toMatchObject({ id, status: "pending_transcode", error: null, progressPercent: 0 });
    expect((await queue("transcode").getJob(`transcode-${id}-2`))?.data).toEqual({ contentItemId: id, attempt: 2 });
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { id } = await failed();
    expect((await call(route, "POST", { params: { id } })).status).toBe(401);
    expect((await retry(id, await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await retry(id, await seedCreator())).status).toBe(404);
  });
});

describe("409", () => {
  test("anything that has not failed; of two at once one starts", async () => {
    expect((await retry((await seedReadyContent(ada)).id)).body.error.code).toBe("content.not_failed");
    const { id } = await failed();
    const answers = await Promise.all([retry(id), retry(id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([202, 409]);
  });
});
