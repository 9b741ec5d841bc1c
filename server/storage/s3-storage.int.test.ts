import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, describe, expect, test } from "vitest";
import { startS3 } from "@/scripts/testing/start-s3";
import { readEnv } from "../env";
import { createStorage } from "./create-storage";
import { createS3Client, s3Settings } from "./s3-client";
import { copyObject } from "./s3-copy";
import { storageContract } from "./storage-contract";

const s3 = await startS3();
afterAll(() => s3.stop());
const settings = readEnv({ ...process.env, ...s3.settings });

describe("an S3 service as storage", () => {
  storageContract(() => createStorage(settings));

  test("an object above the limit of one copy is copied in parts", async () => {
    const store = createStorage(settings);
    const MiB = 1024 * 1024;
    await store.put("media/parts/from.mp4", Buffer.alloc(12 * MiB, 7), { contentType: "video/mp4" });
    const source = await store.head("media/parts/from.mp4");
    const order = { ...source!, bucket: settings.S3_BUCKET!, from: "media/parts/from.mp4", to: "media/parts/to.mp4" };
    await copyObject(createS3Client(settings), order, 5 * MiB);
    expect(await store.head("media/parts/to.mp4")).toMatchObject({ sizeBytes: 12 * MiB });
  });

  test("a service that cannot be reached is told as an outage", async () => {
    const nowhere = readEnv({ ...process.env, ...s3.settings, S3_ENDPOINT: "http://127.0.0.1:9" });
    const store = createStorage(nowhere);
    await expect(store.head("media/a")).rejects.toMatchObject({ code: "server.unavailable" });
    await expect(store.check()).rejects.toMatchObject({ code: "server.unavailable" });
  });

  test("a bucket that does not exist is an outage, not an empty storage", async () => {
    const store = createStorage({ ...settings, S3_BUCKET: "elsewhere" });
    await expect(store.read("media/a")).rejects.toMatchObject({ code: "server.unavailable" });
  });

  test("the client asks for no checksum that other services refuse", () => {
    expect(new S3Client(s3Settings(settings)).config.requestChecksumCalculation).toBeDefined();
    expect(s3Settings(settings).requestChecksumCalculation).toBe("WHEN_REQUIRED");
  });
});
