import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { useOwnServices } from "@/scripts/testing/own-services";
import { deleteContent } from "@/server/content/delete-content";
import { purgeOrphans } from "@/server/content/purge-encodings";
import { retryContent } from "@/server/content/retry-content";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { enqueue } from "@/server/queue/enqueue";
import { storage } from "@/server/storage/create-storage";
import { contentPrefix, sourcePrefix } from "@/server/storage/keys";
import { ffmpeg, mediaFolder, picture, QUICK, tone } from "../testing/media";

let folder: string;
let remove: () => Promise<void>;
let removeServices: () => Promise<void>;
let owner: Actor;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  removeServices = await useOwnServices();
  ({ folder, remove } = await mediaFolder());
  owner = await seedCreator();
  // Long enough that a kill lands in the middle of it, small enough to be quick.
  await ffmpeg(...picture(90, 30, "640x360"), ...tone(90), ...QUICK, `${folder}/long.mp4`);
  await ffmpeg(...picture(2), ...tone(2), ...QUICK, `${folder}/short.mp4`);
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => ended(worker, "SIGKILL")));
});
afterAll(async () => {
  await removeServices();
  await remove();
});

/** The real worker, as production starts it. */
function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, LOG_LEVEL: "fatal" },
    stdio: "inherit",
  });
  workers.push(worker);
  return worker;
}

async function ended(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode === null && worker.signalCode === null) {
    const exit = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill(signal);
    await exit;
  }
  return worker.exitCode;
}

async function uploaded(name: string) {
  const id = uuidv7();
  const key = `${sourcePrefix(id)}${name}`;
  const copy = path.join(folder, `${id}-${name}`);
  await copyFile(path.join(folder, name), copy);
  await storage().putFile(key, copy, { contentType: "video/mp4" });
  await db.contentItem.create({
    data: {
      id,
      ownerId: owner.userId,
      title: name,
      searchTitle: name,
      filename: name,
      contentType: "video/mp4",
      sizeBytes: 1,
      status: "pending_transcode",
      transcodeAttempt: 1,
      sourceKey: key,
    },
  });
  await enqueue("transcode", { contentItemId: id, attempt: 1 }, `transcode-${id}-1`);
  return id;
}

async function until<T>(what: string, look: () => Promise<T | null | false>, seconds = 120): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen within ${seconds} s`);
}

const itemWith = (id: string, status: string) => async () => {
  const item = await db.contentItem.findUniqueOrThrow({ where: { id }, include: { encodings: true } });
  return item.status === status && item;
};
const encoding = (id: string) => async () => {
  const item = await db.contentItem.findUniqueOrThrow({ where: { id } });
  return item.status === "transcoding" && item.progressPercent > 5 && item;
};

async function storedKeys(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage().list(prefix)) keys.push(key);
  return keys;
}

const encodingsIn = (keys: string[]) => new Set(keys.map((key) => key.split("/")[2]));

test("an item becomes ready, with every file that its playlists name", { timeout: 180_000 }, async () => {
  const id = await uploaded("short.mp4");
  startWorker();
  const item = await until("ready", itemWith(id, "ready"));
  expect(item).toMatchObject({ durationMs: 2000, progressPercent: 100, runningEncodingId: null });
  const keys = await storedKeys(contentPrefix(id));
  const base = `${contentPrefix(id)}${item.encodingId}/`;
  const files = ["360p/init.mp4", "360p/00000.m4s", "360p/playlist.m3u8", "audio/init.mp4", "audio/00000.m4s"];
  const beside = ["master.m3u8", "manifest.mpd", "landscape.jpg", "thumbnail.avif", "storyboard.jpg", "storyboard.vtt"];
  for (const name of [...files, "audio/playlist.m3u8", ...beside]) expect(keys).toContain(base + name);
});

test("a worker killed in the middle: the job runs again, one result, nothing left over", {
  timeout: 300_000,
}, async () => {
  const id = await uploaded("long.mp4");
  const first = startWorker();
  const { runningEncodingId: lost } = await until("progress", encoding(id));
  await ended(first, "SIGKILL");
  startWorker();
  const item = await until("ready", itemWith(id, "ready"), 240);
  expect(item.encodingId).not.toBe(lost);
  expect(item.encodings).toHaveLength(1);
  expect(encodingsIn(await storedKeys(contentPrefix(id)))).toEqual(new Set([item.encodingId]));
  await expect(stat(path.join(env().LINEUP_DIR, "work", id, lost!))).rejects.toMatchObject({ code: "ENOENT" });
});

test("a worker that is asked to stop gives its job back at once", { timeout: 180_000 }, async () => {
  const id = await uploaded("long.mp4");
  const worker = startWorker();
  await until("progress", encoding(id));
  const askedAt = Date.now();
  expect(await ended(worker, "SIGTERM")).toBe(0);
  expect(Date.now() - askedAt).toBeLessThan(10_000);
  const item = await db.contentItem.findUniqueOrThrow({ where: { id } });
  expect(item).toMatchObject({ status: "pending_transcode", runningEncodingId: null });
  await db.contentItem.update({ where: { id }, data: { status: "failed" } });
});

test("deleting an item stops its transcode and removes its files", { timeout: 180_000 }, async () => {
  const id = await uploaded("long.mp4");
  startWorker();
  await until("progress", encoding(id));
  await deleteContent(owner, id, false);
  await until("purged", async () => {
    const item = await db.contentItem.findUniqueOrThrow({ where: { id } });
    return item.purgedAt;
  });
  expect([...(await storedKeys(contentPrefix(id))), ...(await storedKeys(sourcePrefix(id)))]).toEqual([]);
});

test("a bad source fails with its reason, and a retry of a mended one succeeds", { timeout: 180_000 }, async () => {
  const id = await uploaded("short.mp4");
  const key = `${sourcePrefix(id)}short.mp4`;
  await storage().put(key, Buffer.from("not a film at all"), { contentType: "video/mp4" });
  startWorker();
  const failed = await until("failed", itemWith(id, "failed"));
  expect(failed).toMatchObject({ errorCode: "source.not_media", errorMessage: expect.stringContaining("not a video") });
  const copy = path.join(folder, `${id}-mended.mp4`);
  await copyFile(path.join(folder, "short.mp4"), copy);
  await storage().putFile(key, copy, { contentType: "video/mp4" });
  await retryContent(owner, id);
  expect(await until("ready", itemWith(id, "ready"))).toMatchObject({ transcodeAttempt: 2, errorCode: null });
});

test("files of an encoding that no row names are removed, others stay", async () => {
  const kept = await uploaded("short.mp4");
  const running = uuidv7();
  await db.contentItem.update({ where: { id: kept }, data: { runningEncodingId: running, status: "transcoding" } });
  const orphan = `${contentPrefix(kept)}${uuidv7()}/360p/init.mp4`;
  const beingMade = `${contentPrefix(kept)}${running}/360p/init.mp4`;
  const caption = `${contentPrefix(kept)}captions/${uuidv7()}.vtt`;
  for (const key of [orphan, beingMade, caption])
    await storage().put(key, Buffer.from("x"), { contentType: "text/vtt" });
  await purgeOrphans();
  expect(await storedKeys(contentPrefix(kept))).toEqual([beingMade, caption].sort());
});
