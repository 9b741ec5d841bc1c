import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { storage } from "@/server/storage/create-storage";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";
import * as route from "./route";

let ada: Actor;
let begun: { contentItemId: string; objectKey: string };
beforeEach(async () => {
  ada = await seedCreator();
  begun = await initDirectUpload(ada, { filename: "a.mp4", sizeBytes: 1000 });
});

const arrive = (bytes: number) => storage().put(begun.objectKey, randomBytes(bytes), { contentType: "video/mp4" });
const complete = () => call(route, "POST", { as: ada, body: { contentItemId: begun.contentItemId } });

describe("202", () => {
  test("what has arrived waits for its transcode, also when it is said twice", async () => {
    await arrive(1000);
    const { contentItemId } = begun;
    for (const _ of ["first", "again"])
      expect(await complete()).toMatchObject({ status: 202, body: { contentItemId, status: "pending_transcode" } });
  });
});

describe("409", () => {
  test("nothing has arrived yet", async () => {
    expect((await complete()).body.error.code).toBe("upload.not_received");
  });
});

describe("422", () => {
  test("another number of bytes than was said", async () => {
    await arrive(10);
    expect((await complete()).body.error.code).toBe("upload.size_mismatch");
  });
});
