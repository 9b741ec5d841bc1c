import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedChannel } from "@/prisma/seed/builders";
import { storage } from "@/server/storage/create-storage";
import { finishStalledUploads } from "@/server/uploads/finish-stalled-uploads";
import { removeUploadLitter } from "@/server/uploads/remove-upload-litter";
import { POST as complete } from "../direct/complete/route";
import { POST as init } from "../direct/init/route";
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

const FILE = { filename: "Episode 1.mp4", sizeBytes: 300_000 };

/** Uploads by one PUT, on the driver that the environment names. */
export function directJourneys(driver: "disk" | "s3"): void {
  let server: UploadServer;
  let who: Uploader;
  beforeAll(async () => {
    server = await openUploadServer();
    who = await seedUploader();
  });
  afterAll(() => server.close());

  const start = (body: object = FILE, by: Uploader | null = who) => post(init, server.origin, by, body);
  const finish = (contentItemId: string, by = who) => post(complete, server.origin, by, { contentItemId });
  const put = (url: string, body: Buffer, headers: Record<string, string> = {}) =>
    fetch(url, { method: "PUT", body: new Uint8Array(body), headers: { "Content-Type": "video/mp4", ...headers } });

  describe("init", () => {
    test("201 gives an address, and the item is there with its title and type from the file name", async () => {
      const { status, body } = await start();
      expect(status).toBe(201);
      expect(body).toMatchObject({ expiresInSeconds: 900, objectKey: `uploads/${body.contentItemId}/Episode-1.mp4` });
      expect(await itemOf(body.contentItemId)).toMatchObject({
        ownerId: who.actor.userId,
        title: "Episode 1",
        searchTitle: "episode 1",
        filename: "Episode 1.mp4",
        contentType: "video/mp4",
        status: "uploading",
        sizeBytes: 300_000n,
      });
    });

    test("201 attaches the item to a channel of the caller at once", async () => {
      const channel = await seedChannel(who.actor);
      const { body } = await start({ ...FILE, title: "Named", channelId: channel.id });
      expect(await itemOf(body.contentItemId)).toMatchObject({ title: "Named", channelId: channel.id });
    });

    test("401 without a token, 403 without the scope", async () => {
      expect((await start(FILE, null)).status).toBe(401);
      const { status, body } = await start(FILE, await seedUploader(["content:read"]));
      expect(status).toBe(403);
      expect(body.error.details).toEqual({ requiredScope: "content:write" });
    });

    test("404 for a channel of somebody else", async () => {
      const channel = await seedChannel((await seedUploader()).actor);
      expect((await start({ ...FILE, channelId: channel.id })).status).toBe(404);
    });

    test.each([
      [{ ...FILE, sizeBytes: 0 }],
      [{ ...FILE, sizeBytes: 5 * 1024 ** 3 + 1 }],
      [{ ...FILE, sizeBytes: 1.5 }],
      [{ ...FILE, filename: "" }],
      [{ ...FILE, contentType: "text/html" }],
      [{ ...FILE, extra: 1 }],
      [{ filename: "a.mp4" }],
    ])("422 for %j", async (body) => {
      expect((await start(body)).status).toBe(422);
    });
  });

  describe("PUT and complete", () => {
    test("202 hands exactly the bytes to the transcoder", async () => {
      const { body } = await start();
      const bytes = randomFile(FILE.sizeBytes);
      const sent = await put(body.uploadUrl, bytes);
      expect(sent.status).toBe(200);
      expect(sent.headers.get("etag")).toMatch(/^"[^"]+"$/);
      expect(await finish(body.contentItemId)).toMatchObject({
        status: 202,
        body: { contentItemId: body.contentItemId, status: "pending_transcode" },
      });
      const item = await itemOf(body.contentItemId);
      expect(item).toMatchObject({ status: "pending_transcode", transcodeAttempt: 1 });
      expect((await buffer(await storage().read(item.sourceKey!))).equals(bytes)).toBe(true);
      expect(await storedFor(item.id)).toEqual([item.sourceKey]);
      expect(await isQueued(item.id)).toBe(true);
    });

    test("409 while nothing has arrived, and the upload can still be done", async () => {
      const { body } = await start();
      const early = await finish(body.contentItemId);
      expect(early).toMatchObject({ status: 409, body: { error: { code: "upload.not_received" } } });
      await put(body.uploadUrl, randomFile(FILE.sizeBytes));
      expect((await finish(body.contentItemId)).status).toBe(202);
    });

    test("422 when another number of bytes lies there", async () => {
      const { body } = await start();
      await storage().put(body.objectKey, randomFile(10), { contentType: "video/mp4" });
      const reply = await finish(body.contentItemId);
      expect(reply).toMatchObject({ status: 422, body: { error: { code: "upload.size_mismatch" } } });
    });

    test("404 for somebody else's upload and for an unknown one", async () => {
      const { body } = await start();
      expect((await finish(body.contentItemId, await seedUploader())).status).toBe(404);
      expect((await finish(randomUUID())).status).toBe(404);
    });

    test("twenty calls at once and one more enqueue one transcode of one source", async () => {
      const { body } = await start();
      await put(body.uploadUrl, randomFile(FILE.sizeBytes));
      const replies = await Promise.all(Array.from({ length: 20 }, () => finish(body.contentItemId)));
      expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(202));
      expect((await finish(body.contentItemId)).status).toBe(202);
      const item = await itemOf(body.contentItemId);
      expect(item.transcodeAttempt).toBe(1);
      expect(await storedFor(item.id)).toEqual([item.sourceKey]);
      expect((await storage().head(item.sourceKey!))?.sizeBytes).toBe(FILE.sizeBytes);
    });

    test("a PUT after complete does not change what is transcoded", async () => {
      const { body } = await start();
      const first = randomFile(FILE.sizeBytes);
      await put(body.uploadUrl, first);
      await finish(body.contentItemId);
      await put(body.uploadUrl, randomFile(FILE.sizeBytes));
      await finish(body.contentItemId);
      const item = await itemOf(body.contentItemId);
      expect((await buffer(await storage().read(item.sourceKey!))).equals(first)).toBe(true);
      expect(item.transcodeAttempt).toBe(1);
    });

    test("a PUT that comes too late is swept away, one into an open upload is not", async () => {
      const late = (await start()).body;
      await put(late.uploadUrl, randomFile(FILE.sizeBytes));
      await finish(late.contentItemId);
      await put(late.uploadUrl, randomFile(FILE.sizeBytes));
      const open = (await start()).body;
      await put(open.uploadUrl, randomFile(FILE.sizeBytes));
      await removeUploadLitter(new Date(Date.now() + 60_000));
      expect(await storedFor(late.contentItemId)).toEqual([(await itemOf(late.contentItemId)).sourceKey]);
      expect(await storedFor(open.contentItemId)).toEqual([open.objectKey]);
    });

    test("a crash between moving the bytes and committing is made good by the next call, and by the sweep", async () => {
      for (const repair of [finish, () => finishStalledUploads(new Date(Date.now() + 3_600_000))]) {
        const { body } = await start();
        await put(body.uploadUrl, randomFile(FILE.sizeBytes));
        await storage().move(body.objectKey, `sources/${body.contentItemId}/${randomUUID()}/Episode-1.mp4`);
        await repair(body.contentItemId);
        const item = await itemOf(body.contentItemId);
        expect(item).toMatchObject({ status: "pending_transcode", transcodeAttempt: 1 });
        expect(await storedFor(item.id)).toEqual([item.sourceKey]);
        expect(await isQueued(item.id)).toBe(true);
      }
    });
  });

  describe("an upload address", () => {
    test("is refused with another type, length, key or signature, and nothing is stored", async () => {
      const { body } = await start();
      const url = new URL(body.uploadUrl);
      const other = new URL(url);
      other.pathname = url.pathname.replace("Episode-1", "Episode-2");
      const forged = new URL(url);
      for (const name of ["X-Amz-Signature", "signature"]) {
        const value = url.searchParams.get(name);
        if (value)
          forged.searchParams.set(
            name,
            value.replace(/^./, (first) => (first === "a" ? "b" : "a")),
          );
      }
      const bytes = randomFile(FILE.sizeBytes);
      expect((await put(body.uploadUrl, bytes, { "Content-Type": "video/webm" })).status).toBe(403);
      expect((await put(body.uploadUrl, randomFile(10))).status).toBe(403);
      expect((await put(other.href, bytes)).status).toBe(403);
      expect((await put(forged.href, bytes)).status).toBe(403);
      expect(await storedFor(body.contentItemId)).toEqual([]);
    });

    test("is refused once it has expired", async () => {
      const { body } = await start();
      const permit = { contentType: "video/mp4", sizeBytes: 10, expiresInSeconds: 1 };
      const url = await storage().signPut(body.objectKey, permit);
      await sleep(2_100);
      const { pathname, search } = new URL(url);
      const reached = driver === "disk" ? `${server.origin}${pathname}${search}` : url;
      expect((await put(reached, randomFile(10))).status).toBe(403);
      expect(await storedFor(body.contentItemId)).toEqual([]);
    });

    test("hands nothing over when the connection is lost in the middle, and the folder keeps nothing of it", async () => {
      const { body } = await start();
      const url = new URL(body.uploadUrl);
      const socket = connect(Number(url.port), url.hostname);
      const head = `PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: video/mp4`;
      socket.write(`${head}\r\nContent-Length: ${FILE.sizeBytes}\r\n\r\n`);
      socket.write(randomFile(FILE.sizeBytes / 2));
      await sleep(300);
      socket.destroy();
      await sleep(300);
      // Services differ in what they keep of such a PUT; S3 itself keeps nothing.
      if (driver === "disk") expect(await storedFor(body.contentItemId)).toEqual([]);
      expect([409, 422]).toContain((await finish(body.contentItemId)).status);
      expect((await itemOf(body.contentItemId)).status).toBe("uploading");
    });
  });

  test("the storage in use is the one this file is about", () => {
    expect(storage().driver).toBe(driver);
  });
}
