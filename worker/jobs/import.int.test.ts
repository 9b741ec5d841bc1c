import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { parseArtwork } from "@/core/content/artwork";
import { seedCreator } from "@/prisma/seed/builders";
import { deleteContent } from "@/server/content/delete-content";
import { purgeContent } from "@/server/content/purge-content";
import { closeDb } from "@/server/db";
import { closeQueues, queue } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { importer, storedSources } from "../testing/importer";
import { ffmpeg, mediaFolder, picture, QUICK, tone } from "../testing/media";
import { file, type SourceServer, sendFile, startSourceServer } from "../testing/source-server";
import { importItem } from "./import";

let sources: SourceServer;
let owner: Actor;
let { seedImport, bringIn, rows } = {} as ReturnType<typeof importer>;
let folder: string;
let remove: () => Promise<void>;
let clip: Buffer;
const VIDEO = { "content-type": "video/mp4", etag: '"v1"' };

beforeAll(async () => {
  ({ folder, remove } = await mediaFolder());
  sources = await startSourceServer();
  process.env.IMPORT_ALLOW_HOSTS = sources.host;
  owner = await seedCreator();
  ({ seedImport, bringIn, rows } = importer(owner));
  await ffmpeg(...picture(2), ...tone(2), ...QUICK, `${folder}/clip.mp4`);
  clip = await readFile(`${folder}/clip.mp4`);
});
beforeEach(() => sources.on("/clip.mp4", file(clip, VIDEO)));
afterAll(async () => {
  await sources.stop();
  await remove();
  await closeQueues();
  await closeRedis();
  await closeDb();
});

async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((wake) => setTimeout(wake, 50))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen`);
}

describe("a file", () => {
  test("goes to the transcoder like a finished upload", async () => {
    const seeded = await seedImport({ kind: "url", url: sources.url("/clip.mp4") });
    const { item, job } = await bringIn(seeded);
    expect(item).toMatchObject({ status: "pending_transcode", transcodeAttempt: 1, title: "From the address" });
    expect(item).toMatchObject({ contentType: "video/mp4", sizeBytes: BigInt(clip.length), progressPercent: 0 });
    expect(await storedSources(seeded.itemId)).toEqual([item.sourceKey]);
    expect(job).toMatchObject({ status: "done", progressPercent: 100, errorCode: null });
    expect(await queue("transcode").getJob(`transcode-${seeded.itemId}-1`)).toBeDefined();
  });

  test("that a run left behind when it was killed is removed by the next", async () => {
    const seeded = await seedImport({ kind: "url", url: sources.url("/clip.mp4") });
    await storage().put(`${sourcePrefix(seeded.itemId)}left/clip.mp4`, Buffer.from("x"), { contentType: "video/mp4" });
    const { item } = await bringIn(seeded);
    expect(await storedSources(seeded.itemId)).toEqual([item.sourceKey]);
  });

  test("is brought in once, although its job runs twice", async () => {
    const seeded = await seedImport({ kind: "url", url: sources.url("/clip.mp4") });
    const first = await bringIn(seeded);
    const second = await bringIn(seeded);
    expect(second.item).toMatchObject({ sourceKey: first.item.sourceKey, transcodeAttempt: 1 });
    expect(second.job.attempt).toBe(1);
  });

  test("whose run lost its job to another worker leaves nothing of its own", async () => {
    sources.on("/held.mp4", (incoming, outgoing, nth) => {
      if (nth > 1) return sendFile(incoming, outgoing, clip, VIDEO);
      outgoing.writeHead(200, { ...VIDEO, "content-length": clip.length });
      outgoing.write(clip.subarray(0, 5000));
    });
    const seeded = await seedImport({ kind: "url", url: sources.url("/held.mp4") });
    const slow = importItem({ jobId: seeded.jobId }, new AbortController().signal);
    await until("the first request", async () => sources.seen("/held.mp4").length > 0);
    const { item, job } = await bringIn(seeded);
    await slow;
    expect(item).toMatchObject({ status: "pending_transcode", transcodeAttempt: 1 });
    expect(job).toMatchObject({ status: "done", attempt: 2 });
    expect(await storedSources(seeded.itemId)).toEqual([item.sourceKey]);
  });

  test("of an item that is deleted meanwhile stops and leaves nothing", async () => {
    sources.on("/endless.mp4", (_, outgoing) => {
      outgoing.writeHead(200, VIDEO);
      const timer = setInterval(() => outgoing.write(clip.subarray(0, 2000)), 50);
      outgoing.on("close", () => clearInterval(timer));
    });
    const seeded = await seedImport({ kind: "url", url: sources.url("/endless.mp4") });
    const running = importItem({ jobId: seeded.jobId }, new AbortController().signal);
    await until("progress", async () => {
      const { job } = await rows(seeded.itemId, seeded.jobId);
      return (job.progress as { receivedBytes?: number }).receivedBytes;
    });
    await deleteContent(owner, seeded.itemId, false);
    await running;
    const { job } = await rows(seeded.itemId, seeded.jobId);
    expect(job).toMatchObject({ status: "failed", errorCode: "import.deleted" });
    expect(await storedSources(seeded.itemId)).toEqual([]);
    expect(await purgeContent(seeded.itemId, new Date())).toBe(false);
    expect(await purgeContent(seeded.itemId, new Date(Date.now() + 120_000))).toBe(true);
  });

  test("takes its title from the name that the server gives it, where nobody gave one", async () => {
    sources.on("/d/1", file(clip, { ...VIDEO, "content-disposition": 'attachment; filename="Night Train.mp4"' }));
    const named = await seedImport({ kind: "url", url: sources.url("/d/1") }, { titleFromSource: true });
    expect((await bringIn(named)).item).toMatchObject({ title: "Night Train", searchTitle: "night train" });
    const titled = await seedImport({ kind: "url", url: sources.url("/d/1") });
    expect((await bringIn(titled)).item).toMatchObject({ title: "From the address", filename: "Night Train.mp4" });
  });
});

describe("what cannot be imported says why", () => {
  const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");
  const CASES: [string, () => void, string, string, RegExp][] = [
    ["nothing there", () => {}, "/absent.mp4", "url.not_found", /404/],
    ["no entry", () => sources.on("/closed", (_, out) => out.writeHead(403).end()), "/closed", "url.forbidden", /403/],
    ["a picture", () => sources.on("/p", file(PICTURE, {})), "/p", "url.wrong_type", /a picture/],
    [
      "text",
      () => sources.on("/t", file(Buffer.from("hello"), { "content-type": "text/plain" })),
      "/t",
      "url.wrong_type",
      /text/,
    ],
    ["nothing inside", () => sources.on("/0", file(Buffer.alloc(0), VIDEO)), "/0", "import.empty_file", /empty/],
  ];
  test.each(CASES)("%s", async (_, prepare, at, errorCode, sentence) => {
    prepare();
    const seeded = await seedImport({ kind: "url", url: sources.url(at) });
    const { item, job } = await bringIn(seeded);
    expect(item).toMatchObject({ status: "failed", errorCode, errorMessage: expect.stringMatching(sentence) });
    expect(job).toMatchObject({ status: "failed", errorCode, errorMessage: item.errorMessage });
    expect(await storedSources(seeded.itemId)).toEqual([]);
  });

  test("a private address, also behind a redirect", async () => {
    sources.on("/to-metadata", (_, out) => out.writeHead(302, { location: "http://169.254.169.254/" }).end());
    for (const url of ["http://10.0.0.1/a.mp4", sources.url("/to-metadata")]) {
      const { item } = await bringIn(await seedImport({ kind: "url", url }));
      expect(item).toMatchObject({ status: "failed", errorCode: "url.refused" });
    }
  });
});

describe("a poster", () => {
  test("becomes the pictures of the item in all shapes", async () => {
    const poster = await ffmpeg(
      ...picture(1, 1, "640x480"),
      "-frames:v",
      "1",
      "-f",
      "image2pipe",
      "-c:v",
      "mjpeg",
      "-",
    );
    sources.on("/poster.jpg", file(poster, { "content-type": "image/jpeg" }));
    const source = { kind: "url", url: sources.url("/clip.mp4") } as const;
    const { item, job } = await bringIn(await seedImport(source, { posterUrl: sources.url("/poster.jpg") }));
    expect(parseArtwork(item.artwork).current).toMatchObject({ from: "import" });
    expect(job.warnings).toEqual([]);
  });

  test("that cannot be had is a warning, and the item goes on without it", async () => {
    sources.on("/fake.jpg", file(clip, { "content-type": "image/jpeg" }));
    sources.on("/page", file(Buffer.from("<html>"), { "content-type": "text/html" }));
    const source = { kind: "url", url: sources.url("/clip.mp4") } as const;
    for (const posterUrl of [sources.url("/fake.jpg"), sources.url("/page"), "http://192.168.1.1/p.jpg"]) {
      const { item, job } = await bringIn(await seedImport(source, { posterUrl }));
      expect(item.status).toBe("pending_transcode");
      expect(job).toMatchObject({ status: "done", warnings: [expect.stringContaining("The poster was left out: ")] });
    }
  });
});

describe("a page of a video platform", () => {
  const page = (body: string) =>
    file(Buffer.from(`<!doctype html><html><head><title>Harbour at dawn</title></head><body>${body}</body></html>`), {
      "content-type": "text/html",
    });

  test("gives its video and its title", { timeout: 180_000 }, async () => {
    sources.on("/watch", page('<video src="/clip.mp4"></video>'));
    const seeded = await seedImport({ kind: "url", url: sources.url("/watch") }, { titleFromSource: true });
    const { item } = await bringIn(seeded);
    expect(item).toMatchObject({ status: "pending_transcode", errorMessage: null, sizeBytes: BigInt(clip.length) });
    expect(item.title).toContain("Harbour at dawn");
    expect(await storedSources(seeded.itemId)).toEqual([item.sourceKey]);
  });

  test("that leads into the private network is refused", { timeout: 180_000 }, async () => {
    sources.on("/bait", page('<video src="http://127.0.0.1:9/secret.mp4"></video>'));
    const { item } = await bringIn(await seedImport({ kind: "url", url: sources.url("/bait") }));
    expect(item).toMatchObject({ status: "failed", errorCode: "url.refused" });
    expect(item.errorMessage).toContain("The page needs an address that is refused.");
  });

  test("without a video says so", { timeout: 180_000 }, async () => {
    sources.on("/blog", page("<p>Only words.</p>"));
    const { item } = await bringIn(await seedImport({ kind: "url", url: sources.url("/blog") }));
    expect(item).toMatchObject({ status: "failed", errorCode: "import.no_video_on_page" });
  });
});
