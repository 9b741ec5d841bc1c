import { copyFile } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { startFrame } from "@/server/artwork/start-frame";
import { getContent } from "@/server/content/get-content";
import { db } from "@/server/db";
import { getJob } from "@/server/jobs/get-job";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { ffmpeg, mediaFolder, QUICK } from "../testing/media";
import { frame } from "./frame";
import { transcode } from "./transcode";

const signal = new AbortController().signal;
let ada: Actor;
let id: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ada = await seedCreator();
  const media = await mediaFolder();
  remove = media.remove;
  // Red for five seconds, then blue: which frame was taken shows in its colour.
  const colour = (name: string) => ["-f", "lavfi", "-i", `color=${name}:s=320x180:r=25:d=5`];
  const file = path.join(media.folder, "colours.mp4");
  await ffmpeg(...colour("red"), ...colour("blue"), "-filter_complex", "concat=n=2", ...QUICK, file);
  id = uuidv7();
  const sourceKey = `${sourcePrefix(id)}colours.mp4`;
  await copyFile(file, `${file}.copy`);
  await storage().putFile(sourceKey, `${file}.copy`, { contentType: "video/mp4" });
  await seedContent(ada, { id, sourceKey, status: "pending_transcode", transcodeAttempt: 1 });
  await transcode({ contentItemId: id, attempt: 1 }, signal);
}, 180_000);
afterAll(() => remove());

async function chosen(atSeconds: number) {
  const { jobId } = await startFrame(ada, id, { atSeconds });
  await frame({ jobId }, signal);
  return { jobId, job: await getJob(ada, jobId), item: await getContent(ada, id) };
}

async function colourOf(url: string): Promise<"red" | "blue"> {
  const { channels } = await sharp(await buffer(await storage().read(new URL(url).pathname.slice(1)))).stats();
  return channels[0]!.mean > channels[2]!.mean ? "red" : "blue";
}

test("an item has all shapes in all formats as soon as it is converted", async () => {
  const { posters, artwork } = await getContent(ada, id);
  expect(artwork).toBeNull();
  for (const picture of Object.values(posters)) {
    for (const url of Object.values(picture?.formats ?? {})) {
      expect(await storage().head(new URL(url).pathname.slice(1))).not.toBeNull();
    }
    expect(Object.keys(picture?.formats ?? {})).toHaveLength(3);
  }
});

test.each([
  [1, "red"],
  [4.9, "red"],
  [5.2, "blue"],
  [10, "blue"],
])("the frame at %s s becomes the artwork: %s", { timeout: 60_000 }, async (atSeconds, colour) => {
  const { job, item } = await chosen(atSeconds);
  expect(job).toMatchObject({ status: "done", progressPercent: 100 });
  expect(item.artwork).toEqual({ from: "frame", atSeconds });
  expect(await colourOf(item.posters.square!.formats.webp!)).toBe(colour);
});

test("a job that runs twice makes one picture", async () => {
  const { jobId, item } = await chosen(1);
  await frame({ jobId }, signal);
  expect((await getContent(ada, id)).posters).toEqual(item.posters);
});

test("an item that was deleted meanwhile ends the job with a reason", async () => {
  const { jobId } = await startFrame(ada, id, { atSeconds: 1 });
  await db.contentItem.update({ where: { id }, data: { status: "deleted" } });
  await frame({ jobId }, signal);
  expect(await getJob(ada, jobId)).toMatchObject({ status: "failed", error: { code: "resource.not_found" } });
});
