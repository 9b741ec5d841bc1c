import { execFile } from "node:child_process";
import { mkdir, open, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Actor } from "@/core/actor";
import { tied } from "@/scripts/services/tied.mjs";
import { updateContent } from "@/server/content/update-content";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { completeUpload } from "@/server/uploads/complete-upload";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";
import type { DemoClip } from "./demo-clips";

const run = promisify(execFile);
const READY_WITHIN_MS = 60 * 60_000;

/** Sees to it that the creator has the clip, ready or on its way to the worker; answers its id. */
export async function ensureClip(owner: Actor, clip: DemoClip): Promise<string> {
  const { title, description, tags, genres } = clip;
  const found = await db.contentItem.findFirst({
    where: { ownerId: owner.userId, title, status: { notIn: ["uploading", "failed", "deleted"] } },
    select: { id: true },
  });
  if (found) return found.id;
  // One fixed folder: what a run that was killed has left there goes with the next.
  const folder = path.join(env().LINEUP_DIR, "demo");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const file = await draw(clip, folder);
    const contentItemId = await upload(owner, title, file);
    await updateContent(owner, contentItemId, { description, tags, genres, type: "short" });
    return contentItemId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the worker has done all it can about. */
const ENCODED: ReadonlySet<string> = new Set(["ready", "pending_moderation", "blocked"]);

/** Waits until the worker is done with all of them. */
export async function untilReady(ids: readonly string[], say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let told = -1;
  for (;;) {
    const rows = await db.contentItem.findMany({
      where: { id: { in: [...ids] } },
      select: { title: true, status: true, errorMessage: true },
    });
    const failed = rows.find((row) => row.status === "failed");
    if (failed) throw new Error(`“${failed.title}” could not be transcoded: ${failed.errorMessage}`);
    const ready = rows.filter((row) => ENCODED.has(row.status)).length;
    if (ready !== told) say(`  ${ready} of ${ids.length} clips are ready`);
    told = ready;
    if (ready === ids.length) return;
    if (Date.now() > deadline) throw new Error("the clips were not transcoded within an hour; is the worker running?");
    await sleep(1000);
  }
}

async function draw(clip: DemoClip, folder: string): Promise<string> {
  const once = path.join(folder, "once.mp4");
  const ffmpeg = (...args: string[]) =>
    run(...tied("SIGKILL", env().FFMPEG_PATH, ["-nostdin", "-v", "error", "-y", ...args]));
  await ffmpeg(
    ...["-f", "lavfi", "-i", clip.picture, "-f", "lavfi", "-i", `aevalsrc='${clip.sound}':s=48000:c=stereo`],
    ...["-t", String(clip.seconds), "-c:v", "libx264", "-preset", "ultrafast", "-crf", "22", "-pix_fmt", "yuv420p"],
    ...["-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", once],
  );
  if (!clip.repeats) return once;
  const list = path.join(folder, "list.txt");
  const whole = path.join(folder, "whole.mp4");
  await writeFile(list, "file once.mp4\n".repeat(clip.repeats));
  await ffmpeg("-f", "concat", "-i", list, "-c", "copy", "-movflags", "+faststart", whole);
  return whole;
}

/** The same three steps as any client: start, PUT the bytes to the signed address, complete. */
async function upload(owner: Actor, title: string, file: string): Promise<string> {
  const { size } = await stat(file);
  const filename = `${title.toLowerCase().replace(/\W+/g, "-")}.mp4`;
  const started = await initDirectUpload(owner, { filename, title, contentType: "video/mp4", sizeBytes: size });
  const handle = await open(file);
  try {
    const body = Readable.toWeb(handle.createReadStream({ autoClose: false })) as ReadableStream;
    const headers = { "content-type": "video/mp4", "content-length": String(size) };
    const reply = await fetch(started.uploadUrl, { method: "PUT", body, headers, duplex: "half" } as RequestInit);
    if (!reply.ok) throw new Error(`the upload of “${title}” was answered ${reply.status}: ${await reply.text()}`);
  } finally {
    await handle.close();
  }
  await completeUpload(owner, { contentItemId: started.contentItemId });
  return started.contentItemId;
}
