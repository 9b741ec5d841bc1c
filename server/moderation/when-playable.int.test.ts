import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import type { ExternalSource } from "@/core/content/external";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { deleteContent } from "../content/delete-content";
import { getContent } from "../content/get-content";
import { markTranscoding } from "../content/mark-transcoding";
import { type FinishedTranscode, recordEncoding } from "../content/record-encoding";
import { db } from "../db";
import { env } from "../env";
import { finishLink } from "../import/finish-import";
import { markImportRunning } from "../import/mark-import-running";
import { createEndpoint } from "../webhooks/create-endpoint";
import { approveContent } from "./approve-content";
import { blockContent } from "./block-content";
import { releaseWaiting } from "./release-waiting";
import { resubmitContent } from "./resubmit-content";

const CHECKED_AT = "2026-05-01T09:00:00.000Z";
const LINK: ExternalSource = {
  format: "dash",
  url: "https://cdn.example.com/film.mpd",
  isLive: false,
  durationMs: 60_000,
  variants: [],
  encryption: "none",
  origins: ["https://cdn.example.com"],
  checkedAt: CHECKED_AT,
};
const FINISHED: FinishedTranscode = {
  source: {
    container: "mp4",
    videoCodec: "h264",
    audioCodec: "aac",
    width: 640,
    height: 360,
    frameRate: 25,
    durationSeconds: 8,
  },
  vod: {
    frameRate: "25/1",
    videoTable: { timescale: 90_000, ticks: [360_000, 360_000] },
    audioTable: { timescale: 48_000, ticks: [192_000, 192_000] },
    videos: [],
    audio: { averageBitrate: 128_000, peakBitrate: 140_000, codecs: "mp4a.40.2" },
  },
  pictures: {},
  segmentBytes: new Map([["audio", [1, 1]]]),
};

let removeDatabase: () => Promise<void>;
let grace: Actor;
let ada: Actor;
beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
  grace = await seedCreator({ name: "Grace", isModerator: true });
});
beforeEach(async () => {
  // What the test before left waiting.
  await releaseWaiting(new Date());
  env().MODERATION = "manual";
  ada = await seedCreator();
  const eventTypes = ["content.ready", "content.blocked"] as const;
  await createEndpoint(ada, { url: "https://hooks.example.com/", eventTypes: [...eventTypes], description: "" });
});
afterEach(() => {
  env().MODERATION = "off";
});
afterAll(() => removeDatabase());

const seedUpload = (sourceKey = "sources/a.mp4") =>
  seedContent(ada, { status: "pending_transcode", transcodeAttempt: 1, sourceKey });

/** As the worker ends a transcode of what waits for one. */
async function encode({ id }: { id: string }) {
  const { transcodeAttempt } = await db.contentItem.findUniqueOrThrow({ where: { id } });
  const run = { contentItemId: id, attempt: transcodeAttempt, encodingId: uuidv7() };
  await markTranscoding(run, new Date());
  expect(await recordEncoding(run, FINISHED)).toBe(true);
  return db.contentItem.findUniqueOrThrow({ where: { id } });
}

/** As a retry, or another file, puts an item before the worker again. */
const again = ({ id }: { id: string }, sourceKey?: string) =>
  db.contentItem.update({
    where: { id },
    data: { status: "pending_transcode", transcodeAttempt: { increment: 1 }, sourceKey },
  });

async function told() {
  const rows = await db.webhookEvent.findMany({ where: { ownerId: ada.userId }, orderBy: { sequence: "asc" } });
  return rows.map(({ type }) => type);
}

describe("with MODERATION=manual", () => {
  test("what is transcoded waits, is not told of as ready, and is ready once it is approved", async () => {
    const item = await encode(await seedUpload());
    expect(item).toMatchObject({ status: "pending_moderation", reviewSince: expect.any(Date), durationMs: 8000 });
    expect(await told()).toEqual([]);
    const seen = await getContent(ada, item.id);
    expect(seen).toMatchObject({ progressPercent: 100, moderation: { reason: null, blockedAt: null } });
    expect(seen.playback?.hls).toContain(item.id);

    await approveContent(grace, item.id, { status: "pending_moderation", note: "" });
    expect(await getContent(ada, item.id)).toMatchObject({ status: "ready", moderation: null });
    expect(await told()).toEqual(["content.ready"]);
  });

  test("a linked manifest waits too", async () => {
    const item = await seedContent(ada, { status: "uploading", sourceKind: "external", sourceUrl: LINK.url });
    const input = { source: { kind: "external", url: LINK.url }, posterUrl: null, titleFromSource: false };
    const job = await db.job.create({
      data: { ownerId: ada.userId, kind: "import", contentItemId: item.id, input, status: "queued" },
    });
    const run = await markImportRunning(job.id, new Date());
    expect(await finishLink(run!, LINK, "It is DASH; a channel needs HLS.")).toBe(true);
    expect(await getContent(ada, item.id)).toMatchObject({ status: "pending_moderation", progressPercent: 100 });
    expect(await told()).toEqual([]);
    await approveContent(grace, item.id, { status: "pending_moderation", note: "" });
    expect(await told()).toEqual(["content.ready"]);
  });

  test("an approved file that is encoded again is not looked at twice; another file is", async () => {
    const item = await encode(await seedUpload("sources/a.mp4"));
    await approveContent(grace, item.id, { status: "pending_moderation", note: "" });
    expect((await encode(await again(item))).status).toBe("ready");
    expect((await encode(await again(item, "sources/b.mp4"))).status).toBe("pending_moderation");
  });

  test("a retry of what failed before anybody looked waits", async () => {
    const failed = await seedContent(ada, { status: "failed", sourceKey: "sources/a.mp4" });
    expect((await encode(await again(failed))).status).toBe("pending_moderation");
  });
});

describe("switched off", () => {
  test("nothing waits: what waited is let go by the sweep, its owner is told, and the history says so", async () => {
    const item = await encode(await seedUpload());
    expect(await releaseWaiting(new Date())).toBe(0);
    env().MODERATION = "off";
    const now = new Date();
    expect(await releaseWaiting(now)).toBe(1);
    expect(await releaseWaiting(now)).toBe(0);
    expect((await getContent(ada, item.id)).status).toBe("ready");
    expect(await told()).toEqual(["content.ready"]);
    expect(await db.moderationDecision.findMany({ where: { contentItemId: item.id } })).toMatchObject([
      { action: "released", moderatorId: null, at: now },
    ]);
    expect((await encode(await seedUpload())).status).toBe("ready");
  });

  test("a block stays, whatever its owner does: another look and another file wait for a moderator", async () => {
    env().MODERATION = "off";
    const item = await encode(await seedUpload());
    await blockContent(grace, item.id, { status: "ready", reason: "Stolen." });
    await resubmitContent(ada, item.id, { note: "" });
    expect(await releaseWaiting(new Date())).toBe(0);
    expect((await encode(await again(item, "sources/b.mp4"))).status).toBe("pending_moderation");
    expect(await releaseWaiting(new Date())).toBe(0);
    await approveContent(grace, item.id, { status: "pending_moderation", note: "" });
    expect(await getContent(ada, item.id)).toMatchObject({ status: "ready", error: null, moderation: null });
  });

  test("as a moderator approves it and its owner deletes it: each happens once or not at all", async () => {
    const items = await Promise.all(Array.from({ length: 4 }, async () => encode(await seedUpload())));
    env().MODERATION = "off";
    const approve = (id: string) => approveContent(grace, id, { status: "pending_moderation", note: "" });
    const [first, second] = items as [(typeof items)[0], (typeof items)[0]];
    const outcomes = await Promise.allSettled([
      ...items.map(({ id }) => approve(id)),
      releaseWaiting(new Date()),
      deleteContent(ada, first.id, false),
      deleteContent(ada, second.id, false),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason.code).toMatch(/^(content.decided|resource.not_found)$/);
      }
    }
    const rows = await db.contentItem.findMany({ where: { ownerId: ada.userId } });
    expect(rows.map(({ status }) => status).sort()).toEqual(["deleted", "deleted", "ready", "ready"]);
    const decisions = await db.moderationDecision.groupBy({
      by: ["contentItemId"],
      _count: true,
      where: { contentItem: { ownerId: ada.userId } },
    });
    for (const { _count } of decisions) expect(_count).toBe(1);
    expect(await told()).toHaveLength(decisions.length);
  });
});
