import { connect } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/server/db";
import { storage } from "@/server/storage/create-storage";
import { finishStalledUploads } from "@/server/uploads/finish-stalled-uploads";
import { removeAbandonedUploads } from "@/server/uploads/remove-abandoned-uploads";
import { tusStore } from "@/server/uploads/tus-store";
import { POST as init } from "../tus/init/route";
import {
  isQueued,
  itemOf,
  openUploadServer,
  post,
  randomFile,
  seedUploader,
  storedFor,
  type Uploader,
  type UploadServer,
} from "./upload-harness";

const DAY_MS = 86_400_000;
const TUS = { "Tus-Resumable": "1.0.0" };
const OFFSET_STREAM = "application/offset+octet-stream";

/** Resumable uploads, on the driver that the environment names. */
export function tusJourneys(): void {
  let server: UploadServer;
  let who: Uploader;
  beforeAll(async () => {
    server = await openUploadServer();
    who = await seedUploader();
  });
  afterAll(() => server.close());

  async function start(sizeBytes: number): Promise<{ contentItemId: string; uploadUrl: string }> {
    const reply = await post(init, server.origin, who, { filename: "Film.mkv", sizeBytes });
    expect(reply).toMatchObject({ status: 201, body: { expiresInSeconds: 86_400 } });
    return reply.body;
  }
  const ask = (url: string, method: string, headers: Record<string, string> = {}, body?: Buffer, by = who) =>
    fetch(url, {
      method,
      headers: { ...TUS, Authorization: by.authorization, ...headers },
      body: body && new Uint8Array(body),
    });
  const patch = (url: string, offset: number, body: Buffer, headers: Record<string, string> = {}) =>
    ask(url, "PATCH", { "Content-Type": OFFSET_STREAM, "Upload-Offset": String(offset), ...headers }, body);
  const offsetOf = async (url: string) => Number((await ask(url, "HEAD")).headers.get("upload-offset"));

  /** Sends by the client library that Uppy uses. */
  const sendAll = (url: string, bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      new Upload(Readable.from([bytes]) as never, {
        uploadUrl: url,
        uploadSize: bytes.length,
        chunkSize: 4 * 1024 * 1024,
        headers: { Authorization: who.authorization },
        retryDelays: [100, 500, 1000],
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });

  /** Sends a part of a PATCH that announces all bytes, and cuts the connection. */
  async function sendAndCut(url: string, bytes: Buffer, count: number): Promise<void> {
    const { port, hostname, host, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    const lines = [`PATCH ${pathname} HTTP/1.1`, `Host: ${host}`, `Authorization: ${who.authorization}`];
    lines.push("Tus-Resumable: 1.0.0", "Upload-Offset: 0", `Content-Type: ${OFFSET_STREAM}`);
    socket.write(`${lines.join("\r\n")}\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    await new Promise((resolve) => socket.write(bytes.subarray(0, count), resolve));
    await sleep(500);
    socket.destroy();
    await sleep(200);
  }

  async function expectHandedOver(contentItemId: string, bytes: Buffer): Promise<void> {
    const item = await itemOf(contentItemId);
    expect(item).toMatchObject({ status: "pending_transcode", transcodeAttempt: 1 });
    expect((await buffer(await storage().read(item.sourceKey!))).equals(bytes)).toBe(true);
    expect(await storedFor(contentItemId)).toEqual([item.sourceKey]);
    expect(await isQueued(contentItemId)).toBe(true);
  }

  test("the last byte hands the item to the transcoder, without a complete call", async () => {
    const bytes = randomFile(10_000_000);
    const { contentItemId, uploadUrl } = await start(bytes.length);
    await sendAll(uploadUrl, bytes);
    await expectHandedOver(contentItemId, bytes);
    expect(await offsetOf(uploadUrl)).toBe(bytes.length);
  });

  test("after a cut connection the offset tells what arrived, and the rest completes the same bytes", async () => {
    const bytes = randomFile(12_000_000);
    const { contentItemId, uploadUrl } = await start(bytes.length);
    await sendAndCut(uploadUrl, bytes, 8_000_000);
    const offset = await offsetOf(uploadUrl);
    expect(offset).toBeGreaterThan(5_000_000);
    expect(offset).toBeLessThanOrEqual(8_000_000);
    expect((await patch(uploadUrl, offset, bytes.subarray(offset))).status).toBe(204);
    await expectHandedOver(contentItemId, bytes);
  });

  test("two senders at once: one is refused, the bytes are right", async () => {
    const bytes = randomFile(2_000_000);
    const { contentItemId, uploadUrl } = await start(bytes.length);
    const replies = await Promise.all([patch(uploadUrl, 0, bytes), patch(uploadUrl, 0, bytes)]);
    const statuses = replies.map((reply) => reply.status).sort();
    expect(statuses[0]).toBe(204);
    expect([204, 404, 409, 423]).toContain(statuses[1]);
    await expectHandedOver(contentItemId, bytes);
  });

  test.each(["HEAD", "the sweep"])("a crash after the last byte is made good by %s", async (by) => {
    const bytes = randomFile(300_000);
    const { contentItemId, uploadUrl } = await start(bytes.length);
    const { uploadKey } = await itemOf(contentItemId);
    await tusStore().write(Readable.from([bytes]), uploadKey!, 0);
    if (by === "HEAD") expect(await offsetOf(uploadUrl)).toBe(bytes.length);
    else expect(await finishStalledUploads(new Date(Date.now() + 3_600_000))).toBeGreaterThan(0);
    await expectHandedOver(contentItemId, bytes);
  });

  test("the sweep leaves an upload alone that still lacks bytes", async () => {
    const { contentItemId, uploadUrl } = await start(1000);
    await patch(uploadUrl, 0, randomFile(999));
    await finishStalledUploads(new Date(Date.now() + 3_600_000));
    expect((await itemOf(contentItemId)).status).toBe("uploading");
  });

  describe("statuses", () => {
    test("OPTIONS tells the protocol to anybody", async () => {
      const { uploadUrl } = await start(10);
      const reply = await fetch(uploadUrl, { method: "OPTIONS" });
      expect(reply.status).toBe(204);
      expect(reply.headers.get("tus-version")).toBe("1.0.0");
      expect(reply.headers.get("tus-extension")).toContain("termination");
      expect(reply.headers.get("tus-max-size")).toBe(String(50 * 1024 ** 3));
    });

    test("401 without a token, 403 without the scope, 404 for somebody else and for a deleted item", async () => {
      const { contentItemId, uploadUrl } = await start(10);
      expect((await fetch(uploadUrl, { method: "HEAD", headers: TUS })).status).toBe(401);
      expect((await ask(uploadUrl, "HEAD", {}, undefined, await seedUploader(["content:read"]))).status).toBe(403);
      expect((await ask(uploadUrl, "HEAD", {}, undefined, await seedUploader())).status).toBe(404);
      expect((await ask(`${uploadUrl}x`, "HEAD")).status).toBe(404);
      await db.contentItem.update({ where: { id: contentItemId }, data: { status: "deleted" } });
      expect((await ask(uploadUrl, "HEAD")).status).toBe(404);
    });

    test("wrong requests are told in the envelope of the API", async () => {
      const { uploadUrl } = await start(10);
      const told = async (reply: Response) => ({ status: reply.status, code: (await reply.json()).error.code });
      expect(await told(await patch(uploadUrl, 5, randomFile(5)))).toEqual({
        status: 409,
        code: "upload.offset_conflict",
      });
      expect(await told(await patch(uploadUrl, 0, randomFile(11)))).toEqual({ status: 413, code: "request.too_large" });
      expect(await told(await patch(uploadUrl, 0, randomFile(5), { "Content-Type": "video/mp4" }))).toEqual({
        status: 415,
        code: "request.unsupported_media_type",
      });
      expect(await told(await patch(uploadUrl, 0, randomFile(5), { "Tus-Resumable": "0.2.2" }))).toEqual({
        status: 412,
        code: "upload.version_unsupported",
      });
      expect(await told(await ask(uploadUrl, "PATCH", { "Content-Type": OFFSET_STREAM }))).toMatchObject({
        status: 400,
      });
      const get = await ask(uploadUrl, "GET");
      expect(get.headers.get("allow")).toContain("PATCH");
      expect(await told(get)).toEqual({ status: 405, code: "request.method_not_allowed" });
      expect(await offsetOf(uploadUrl)).toBe(0);
    });

    test("409 for bytes and removal after the last byte", async () => {
      const { contentItemId, uploadUrl } = await start(10);
      await patch(uploadUrl, 0, randomFile(10));
      expect((await patch(uploadUrl, 0, randomFile(10))).status).toBe(409);
      expect((await ask(uploadUrl, "DELETE")).status).toBe(409);
      expect((await itemOf(contentItemId)).status).toBe("pending_transcode");
    });
  });

  test("DELETE removes the item and what it has stored", async () => {
    const { contentItemId, uploadUrl } = await start(6_000_000);
    await patch(uploadUrl, 0, randomFile(5_500_000));
    expect((await ask(uploadUrl, "DELETE")).status).toBe(204);
    expect(await itemOf(contentItemId)).toMatchObject({ status: "deleted" });
    expect(await storedFor(contentItemId)).toEqual([]);
    expect((await patch(uploadUrl, 0, randomFile(10))).status).toBe(404);
  });

  test("after a day an upload is gone for its client, and the sweep removes what it stored", async () => {
    const { contentItemId, uploadUrl } = await start(1000);
    await patch(uploadUrl, 0, randomFile(500));
    const createdAt = new Date(Date.now() - DAY_MS - 60_000);
    await db.contentItem.update({ where: { id: contentItemId }, data: { createdAt } });
    expect((await ask(uploadUrl, "HEAD")).status).toBe(404);
    const young = await start(1000);
    await removeAbandonedUploads(new Date(Date.now() + 7_200_000));
    expect((await itemOf(contentItemId)).status).toBe("deleted");
    expect((await itemOf(young.contentItemId)).status).toBe("uploading");
    expect(await storedFor(contentItemId)).toEqual([]);
  });
}
