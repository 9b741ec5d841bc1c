import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growthDuring } from "@/bench/uploads/memory";
import { send } from "@/bench/uploads/send";
import { freePort } from "@/scripts/services/ports";
import { closeDb, db } from "@/server/db";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";
import { initTusUpload } from "@/server/uploads/init-tus-upload";
import { seedUploader, type Uploader } from "./testing/upload-harness";

const SIZE_BYTES = 300_000_000;
const WARM_UP_BYTES = 20_000_000;

let front: ChildProcess;
let origin: string;
let who: Uploader;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  front = spawn(process.execPath, ["--import", "tsx", "origin/main.ts"], {
    env: { ...process.env, PORT: String(port), NEXT_SOCKET: "/nonexistent/next.sock", LOG_LEVEL: "error" },
    stdio: "ignore",
  });
  who = await seedUploader();
  while (!(await fetch(`${origin}/healthz`).catch(() => null))?.ok) await sleep(100);
  await sendDirect(WARM_UP_BYTES);
  await sendTus(WARM_UP_BYTES);
});

afterAll(async () => {
  front.kill("SIGKILL");
  await closeQueues();
  await closeRedis();
  await closeDb();
});

/** The address of an upload on the front server that runs here. */
function here(address: string): string {
  const { pathname, search } = new URL(address);
  return origin + pathname + search;
}

async function sendDirect(sizeBytes: number): Promise<number> {
  const begun = await initDirectUpload(who.actor, { filename: "a.mp4", sizeBytes });
  return send("PUT", here(begun.uploadUrl), sizeBytes, { "Content-Type": "video/mp4" });
}

async function sendTus(sizeBytes: number): Promise<number> {
  const begun = await initTusUpload(who.actor, { filename: "a.mp4", sizeBytes });
  return send("PATCH", here(begun.uploadUrl), sizeBytes, {
    Authorization: who.authorization,
    "Tus-Resumable": "1.0.0",
    "Upload-Offset": "0",
    "Content-Type": "application/offset+octet-stream",
  });
}

test.each([
  ["one PUT", sendDirect, 200],
  ["tus", sendTus, 204],
])("300 MB by %s are never held in the memory of the front", { timeout: 120_000 }, async (_, upload, right) => {
  let status = 0;
  const grownMiB = await growthDuring(front.pid ?? 0, async () => {
    status = await upload(SIZE_BYTES);
  });
  expect(status).toBe(right);
  expect(grownMiB).toBeLessThan(100);
});

test("what passed through the front is all there", async () => {
  const items = await db.contentItem.findMany({ where: { ownerId: who.actor.userId, uploadProtocol: "tus" } });
  expect(items.map((item) => [Number(item.sizeBytes), item.status])).toEqual([
    [WARM_UP_BYTES, "pending_transcode"],
    [SIZE_BYTES, "pending_transcode"],
  ]);
});
