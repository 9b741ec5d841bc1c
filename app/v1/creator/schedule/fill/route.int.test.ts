import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { publishChannel } from "@/server/channels/publish-channel";
import { db } from "@/server/db";
import { jobsStuck } from "@/server/jobs/jobs-stuck";
import { queue } from "@/server/queue/enqueue";
import { runFill } from "@/server/schedule/run-fill";
import * as jobs from "../../jobs/[id]/route";
import * as route from "./route";

const minutes = (count: number) => count * 60_000;
const at = (time: string) => new Date(`2031-05-03T${time}:00.000Z`);
const evening = { from: "2031-05-03T18:00:00Z", to: "2031-05-03T22:00:00Z" };

let ada: Actor;

beforeAll(async () => {
  ada = await seedCreator();
  await seedReadyContent(ada, { title: "A", durationMs: minutes(30), tags: ["news"] });
  await seedReadyContent(ada, { title: "B", durationMs: minutes(20), tags: ["film"] });
  await seedReadyContent(ada, { title: "C", durationMs: minutes(7), tags: ["film"] });
  await seedContent(ada, { title: "not ready", status: "failed", durationMs: minutes(1), tags: ["film"] });
});

const fill = (channelId: string, fields: object = {}, as: Actor | string = ada, headers = {}) =>
  call(route, "POST", { as, headers, body: { channelId, ...evening, ...fields } });

/** Asks, does the worker's part, and polls. */
async function filled(channelId: string, fields: object = {}, as: Actor | string = ada) {
  const { status, body } = await fill(channelId, fields, as);
  expect(status).toBe(202);
  await runFill(body.jobId);
  const job = await call(jobs, "GET", { as, params: { id: body.jobId } });
  return { jobId: body.jobId, job: job.body, blocks: await blocksOf(channelId) };
}

async function blocksOf(channelId: string) {
  const rows = await db.block.findMany({
    where: { channelId },
    orderBy: { startsAt: "asc" },
    include: { contentItem: true },
  });
  return rows.map((row) => [row.startsAt.toISOString().slice(11, 16), row.contentItem?.title]);
}

describe("202", () => {
  test("the worker is told, and polling shows how it ends", async () => {
    const channel = await seedChannel(ada);
    const { body } = await fill(channel.id);
    expect(await (await queue("short").getJob(`fill-${body.jobId}`))?.data).toEqual({ jobId: body.jobId });
    const before = await call(jobs, "GET", { as: ada, params: { id: body.jobId } });
    expect(before.body).toMatchObject({
      kind: "fill",
      status: "queued",
      progressPercent: 0,
      result: null,
      error: null,
    });
    await runFill(body.jobId);
    const after = await call(jobs, "GET", { as: ada, params: { id: body.jobId } });
    expect(after.body).toMatchObject({ status: "done", progressPercent: 100, error: null });
    expect(after.body.result.placed).toBe(after.body.result.blockIds.length);
  });

  test("gaps are filled around what is there, until nothing fits", async () => {
    const channel = await seedChannel(ada);
    const kept = await seedBlock(channel, null, at("19:00"), minutes(15));
    const { job, blocks } = await filled(channel.id);
    expect(blocks).toContainEqual(["19:00", undefined]);
    expect(job.result.remainingGapSeconds).toBeLessThan(2 * 7 * 60);
    expect(await db.block.findUnique({ where: { id: kept.id } })).not.toBeNull();
    const covered = await db.block.findMany({ where: { channelId: channel.id }, orderBy: { startsAt: "asc" } });
    const seconds = covered.reduce((sum, block) => sum + (block.endsAt.getTime() - block.startsAt.getTime()) / 1000, 0);
    expect(seconds).toBe(4 * 3600 - job.result.remainingGapSeconds);
  });

  test("the same library, schedule and window give the same blocks", async () => {
    const channel = await seedChannel(ada);
    const first = await filled(channel.id);
    await db.block.deleteMany({ where: { channelId: channel.id } });
    const second = await filled(channel.id);
    expect(second.blocks).toEqual(first.blocks);
    expect(new Set(first.blocks.map(([, title]) => title))).toEqual(new Set(["A", "B", "C"]));
  });

  test("a job that runs twice, even at once, places nothing twice", async () => {
    const channel = await seedChannel(ada);
    const { body } = await fill(channel.id);
    await Promise.all([runFill(body.jobId), runFill(body.jobId)]);
    const once = await blocksOf(channel.id);
    await runFill(body.jobId);
    expect(await blocksOf(channel.id)).toEqual(once);
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).scheduleVersion).toBe(1);
  });

  test("chosen tags and items only, in series from where the guide left off", async () => {
    const channel = await seedChannel(ada);
    const [a, b] = await db.contentItem.findMany({
      where: { ownerId: ada.userId, status: "ready" },
      orderBy: { createdAt: "asc" },
    });
    await seedBlock(channel, a!, at("17:00"), minutes(30));
    const series = { strategy: "sequential", contentItemIds: [a!.id, b!.id], to: "2031-05-03T19:40:00Z" };
    const { blocks } = await filled(channel.id, series);
    expect(blocks.slice(1)).toEqual([
      ["18:00", "B"],
      ["18:20", "A"],
      ["18:50", "B"],
      ["19:10", "A"],
    ]);
    const tagged = await filled((await seedChannel(ada)).id, { tags: ["news"] });
    expect(new Set(tagged.blocks.map(([, title]) => title))).toEqual(new Set(["A"]));
  });

  test("blocks start on the marks of the channel's own clock", async () => {
    const channel = await seedChannel(ada, { timezone: "Asia/Kathmandu" });
    const { blocks } = await filled(channel.id, { alignToMinutes: 30 });
    expect(blocks.length).toBeGreaterThan(4);
    for (const [time] of blocks) expect(["15", "45"]).toContain(time?.slice(3));
  });

  test("on the air, what is committed is left alone", async () => {
    const channel = await seedChannel(ada);
    await publishChannel(ada, channel.id);
    const from = new Date(Date.now() - minutes(5)).toISOString();
    const { job } = await filled(channel.id, { from, to: new Date(Date.now() + minutes(60)).toISOString() });
    const first = await db.block.findFirstOrThrow({ where: { channelId: channel.id }, orderBy: { startsAt: "asc" } });
    expect(job.status).toBe("done");
    expect(first.startsAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
  });

  test("a fill that no worker took up is enqueued again by the sweep, once", async () => {
    const { body } = await fill((await seedChannel(ada)).id);
    const lately = new Date();
    const later = new Date(Date.now() + minutes(10));
    await jobsStuck("fill", lately);
    expect(await queue("short").getJob(`fill-${body.jobId}-${lately.getTime()}`)).toBeUndefined();
    await jobsStuck("fill", later);
    expect((await queue("short").getJob(`fill-${body.jobId}-${later.getTime()}`))?.data).toEqual({ jobId: body.jobId });
    expect(await jobsStuck("fill", new Date(later.getTime() + 1000))).toBe(0);
  });

  test("a dry run answers what would be placed, and places nothing", async () => {
    const channel = await seedChannel(ada);
    const dry = await filled(channel.id, { dryRun: true });
    expect([dry.blocks, dry.job.result.blockIds]).toEqual([[], []]);
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).scheduleVersion).toBe(0);
    const { job, blocks } = await filled(channel.id);
    const preview = dry.job.result.preview as { title: string; startsAt: string; endsAt: string }[];
    expect(preview.map(({ title, startsAt }) => [startsAt.slice(11, 16), title])).toEqual(blocks);
    expect([dry.job.result.placed, dry.job.result.remainingGapSeconds]).toEqual([
      job.result.placed,
      job.result.remainingGapSeconds,
    ]);
  });

  test("content groups, in the order of the group", async () => {
    const channel = await seedChannel(ada);
    const [a, , c] = await db.contentItem.findMany({
      where: { ownerId: ada.userId, status: "ready" },
      orderBy: { createdAt: "asc" },
    });
    const members = [c!, a!].map(({ id }, position) => ({ contentItemId: id, position }));
    const group = await db.contentGroup.create({
      data: { ownerId: ada.userId, name: "Evening", kind: "static", items: { create: members } },
    });
    const { blocks } = await filled(channel.id, {
      strategy: "sequential",
      contentGroupIds: [group.id],
      to: "2031-05-03T19:00:00Z",
    });
    expect(blocks.map(([, title]) => title)).toEqual(["C", "A", "C", "C", "C"]);
  });

  test("an item is placed only where its rights allow it", async () => {
    const owner = await seedCreator();
    const channel = await seedChannel(owner);
    const item = await seedReadyContent(owner, { durationMs: minutes(30) });
    const rights = { rightsFrom: at("19:10"), rightsUntil: at("20:30") };
    await db.contentItem.update({ where: { id: item.id }, data: rights });
    const { blocks } = await filled(channel.id, {}, owner);
    expect(blocks.map(([time]) => time)).toEqual(["19:10", "19:40"]);
  });

  test("nothing to place ends well", async () => {
    const owner = await seedCreator();
    const { job } = await filled((await seedChannel(owner)).id, {}, owner);
    expect(job).toMatchObject({ status: "done", result: { placed: 0, blockIds: [], remainingGapSeconds: 4 * 3600 } });
  });

  test("a channel that is deleted before its turn fails the job with the reason", async () => {
    const channel = await seedChannel(ada);
    const { body } = await fill(channel.id);
    await db.channel.delete({ where: { id: channel.id } });
    await runFill(body.jobId);
    const job = await call(jobs, "GET", { as: ada, params: { id: body.jobId } });
    expect(job.body).toMatchObject({ status: "failed", error: { code: "resource.not_found" } });
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else's channel", async () => {
    const channel = await seedChannel(ada);
    expect((await call(route, "POST", { body: {} })).status).toBe(401);
    expect((await fill(channel.id, {}, await seedApiKey(ada, "schedule:read"))).status).toBe(403);
    expect((await fill(channel.id, {}, await seedCreator())).status).toBe(404);
  });

  test("chosen content that is not the caller's", async () => {
    const foreign = await seedReadyContent(await seedCreator());
    const channel = await seedChannel(ada);
    expect((await fill(channel.id, { contentItemIds: [foreign.id] })).status).toBe(404);
    expect((await fill(channel.id, { contentGroupIds: [foreign.id] })).status).toBe(404);
  });
});

describe("412, 422", () => {
  test("a stale etag, a window of more than 31 days, wrong fields", async () => {
    const channel = await seedChannel(ada);
    expect((await fill(channel.id, {}, ada, { "If-Match": '"old"' })).status).toBe(412);
    expect((await fill(channel.id, { to: "2031-06-04T00:00:00Z" })).status).toBe(422);
    expect((await fill(channel.id, { strategy: "random" })).status).toBe(422);
    expect((await fill(channel.id, { alignToMinutes: 0 })).status).toBe(422);
  });
});
