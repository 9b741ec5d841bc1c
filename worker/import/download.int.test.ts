import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { ImportProgress } from "@/core/import/job-input";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { closeDb, db } from "@/server/db";
import { type ImportRun, markImportRunning } from "@/server/import/mark-import-running";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { file, type SourceServer, sendFile, startSourceServer } from "../testing/source-server";
import { openSource } from "./open-source";
import { storeDownload } from "./store-download";

const VIDEO = { "content-type": "video/mp4", etag: '"v1"' };
const MAX_BYTES = 8 * 1024 ** 2;
const bytes = Buffer.concat([Buffer.from("\0\0\0\x20ftypisom"), randomBytes(3 * 1024 ** 2)]);

let sources: SourceServer;
let owner: Actor;
/** Says that 1000 bytes come and sends 64 kB. */
const liar = createServer((socket) => {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 1000\r\n\r\n${"x".repeat(65_536)}`);
});
let liarPort: number;

beforeAll(async () => {
  sources = await startSourceServer();
  await new Promise<void>((resolve) => liar.listen(0, "127.0.0.1", resolve));
  liarPort = (liar.address() as { port: number }).port;
  process.env.IMPORT_ALLOW_HOSTS = `${sources.host},127.0.0.1:${liarPort}`;
  process.env.IMPORT_MAX_BYTES = String(MAX_BYTES);
  process.env.IMPORT_IDLE_SECONDS = "2";
  owner = await seedCreator();
});
afterAll(async () => {
  liar.close();
  await sources.stop();
  await closeDb();
});

async function newRun(url: string): Promise<ImportRun> {
  const item = await seedContent(owner, { status: "uploading", sourceKind: "url", sizeBytes: 0, filename: "clip.mp4" });
  const input = { source: { kind: "url", url }, posterUrl: null, titleFromSource: false };
  const job = await db.job.create({
    data: { id: uuidv7(), ownerId: owner.userId, kind: "import", contentItemId: item.id, input },
  });
  return (await markImportRunning(job.id, new Date()))!;
}

async function download(path: string, signal = new AbortController().signal) {
  const url = path.startsWith("http") ? path : sources.url(path);
  const run = await newRun(url);
  const progress: ImportProgress[] = [];
  const place = { signal, onProgress: (now: ImportProgress) => void progress.push(now), pauseMs: 10 };
  try {
    const stored = await storeDownload(run, url, await openSource(url, signal), place);
    return { stored, progress, sha: await shaOf(stored.sourceKey) };
  } catch (thrown) {
    // Whatever went wrong: nothing lies in the storage.
    for await (const object of storage().list(sourcePrefix(run.contentItemId))) throw new Error(`left: ${object.key}`);
    throw thrown;
  }
}

async function shaOf(key: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await storage().read(key)) hash.update(chunk);
  return hash.digest("hex");
}
const SHA = createHash("sha256").update(bytes).digest("hex");

describe("what arrives is the file, byte for byte", () => {
  test("from a good server, with its progress", async () => {
    sources.on("/good.mp4", file(bytes, VIDEO));
    const { stored, progress, sha } = await download("/good.mp4");
    expect(sha).toBe(SHA);
    expect(stored).toMatchObject({ sizeBytes: bytes.length, contentType: "video/mp4", filename: null });
    expect(progress.at(-1)).toMatchObject({ receivedBytes: bytes.length, totalBytes: bytes.length });
  });

  test("behind redirects, named by Content-Disposition, called octet-stream", async () => {
    const headers = {
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename*=UTF-8''Der%20Film.mkv",
    };
    sources.on("/named", file(bytes, headers));
    sources.on("/away", (_, outgoing) => outgoing.writeHead(302, { location: "/named" }).end());
    const { stored, sha } = await download("/away");
    expect(sha).toBe(SHA);
    expect(stored).toMatchObject({ filename: "Der Film.mkv", contentType: "application/octet-stream" });
  });

  test("in chunks, without a length", async () => {
    sources.on("/chunked.mp4", (_, outgoing) => {
      outgoing.writeHead(200, { "content-type": "video/mp4" });
      for (let at = 0; at < bytes.length; at += 100_000) outgoing.write(bytes.subarray(at, at + 100_000));
      outgoing.end();
    });
    const { progress, sha } = await download("/chunked.mp4");
    expect(sha).toBe(SHA);
    expect(progress.at(-1)?.totalBytes).toBeNull();
  });

  test("from a server that breaks off again and again: each time it goes on with the next byte", async () => {
    sources.on("/breaks.mp4", (incoming, outgoing) => sendFile(incoming, outgoing, bytes, VIDEO, 700_000));
    const { sha } = await download("/breaks.mp4");
    expect(sha).toBe(SHA);
    const seen = sources.seen("/breaks.mp4");
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.slice(1).every(({ headers }) => headers["if-range"] === '"v1"')).toBe(true);
    expect(Number(/\d+/.exec(seen[1]?.headers.range ?? "")?.[0])).toBeGreaterThan(0);
  });

  test("from a server that falls silent in the middle", async () => {
    sources.on("/silent.mp4", (incoming, outgoing, nth) => {
      if (nth > 1) return sendFile(incoming, outgoing, bytes, VIDEO);
      outgoing.writeHead(200, { ...VIDEO, "content-length": bytes.length });
      outgoing.write(bytes.subarray(0, 500_000));
    });
    expect((await download("/silent.mp4")).sha).toBe(SHA);
  });
});

describe("what cannot be had ends with its reason and leaves nothing", () => {
  const failing = (name: string, path: string, code: string) =>
    test(name, async () => expect(download(path)).rejects.toMatchObject({ code }));

  test("the file changed while the connection was broken", async () => {
    sources.on("/changed.mp4", (incoming, outgoing, nth) =>
      sendFile(incoming, outgoing, bytes, { ...VIDEO, etag: `"v${nth}"` }, nth === 1 ? 700_000 : undefined),
    );
    await expect(download("/changed.mp4")).rejects.toMatchObject({ code: "url.source_changed", retry: true });
  });

  test("a server that breaks off and cannot go on, since it names no version of the file", async () => {
    sources.on("/nameless.mp4", (incoming, outgoing) =>
      sendFile(incoming, outgoing, bytes, { "content-type": "video/mp4" }, 700_000),
    );
    await expect(download("/nameless.mp4")).rejects.toMatchObject({ code: "url.broken_off", retry: true });
    expect(sources.seen("/nameless.mp4")).toHaveLength(1);
  });

  test("a server that announces more than it has", async () => {
    sources.on("/short.mp4", (incoming, outgoing) => {
      if (incoming.headers.range) return outgoing.writeHead(416).end();
      outgoing.writeHead(200, { ...VIDEO, "content-length": bytes.length + 1000 });
      outgoing.write(bytes, () => outgoing.destroy());
    });
    await expect(download("/short.mp4")).rejects.toMatchObject({ code: "url.bad_answer", retry: false });
  });

  test("a server that announces less than it sends: what was announced is what there is", async () => {
    expect((await download(`http://127.0.0.1:${liarPort}/lies.mp4`)).stored.sizeBytes).toBe(1000);
  });

  test("a file that is announced larger than the operator allows: not one byte is stored", async () => {
    sources.on("/huge.mp4", (_, outgoing) => {
      outgoing.writeHead(200, { ...VIDEO, "content-length": 60 * 1024 ** 3 });
      outgoing.write("x".repeat(2048));
    });
    await expect(download("/huge.mp4")).rejects.toMatchObject({
      code: "url.too_large",
      sentence: expect.stringContaining("60 GiB"),
    });
  });

  test("a body without end", async () => {
    sources.on("/endless.mp4", (_, outgoing) => {
      outgoing.writeHead(200, { "content-type": "video/mp4" });
      const piece = Buffer.alloc(262_144, 1);
      const pour = () => {
        while (!outgoing.destroyed && outgoing.write(piece));
      };
      outgoing.on("drain", pour).on("error", () => {});
      pour();
    });
    await expect(download("/endless.mp4")).rejects.toMatchObject({ code: "url.too_large" });
  });

  test("a circle of redirects", async () => {
    sources.on("/round", (_, outgoing) => outgoing.writeHead(302, { location: "/round" }).end());
    await expect(download("/round")).rejects.toMatchObject({ code: "url.redirect_loop" });
    expect(sources.seen("/round").length).toBeLessThan(15);
  });

  test("a server that asks to come back later says when", async () => {
    sources.on("/busy", (_, outgoing) => outgoing.writeHead(429, { "retry-after": "7" }).end());
    await expect(download("/busy")).rejects.toMatchObject({ code: "url.busy", more: { retryAfterMs: 7000 } });
  });

  test("a server that fails, and one that answers nothing at all", async () => {
    sources.on("/broken", (_, outgoing) => outgoing.writeHead(500).end());
    sources.on("/mute", () => {});
    await expect(download("/broken")).rejects.toMatchObject({ code: "url.server_failed", retry: true });
    await expect(download("/mute")).rejects.toMatchObject({ code: "url.timeout", retry: true });
  });

  failing("nothing there", "/absent.mp4", "url.not_found");
  failing("nobody listens", "http://127.0.0.1:9/", "url.refused");

  test("aborting stops a slow download at once", async () => {
    sources.on("/slow.mp4", (_, outgoing) => {
      outgoing.writeHead(200, { ...VIDEO, "content-length": bytes.length });
      const timer = setInterval(() => outgoing.write(bytes.subarray(0, 2000)), 50);
      outgoing.on("close", () => clearInterval(timer));
    });
    const stop = new AbortController();
    const downloading = download("/slow.mp4", stop.signal);
    setTimeout(() => stop.abort(new Error("the item was deleted")), 500);
    await expect(downloading).rejects.toThrow("the item was deleted");
  });
});
