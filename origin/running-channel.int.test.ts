import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askByFetch } from "@/core/hls-check/ask-by-fetch";
import { CHECKLIST } from "@/core/hls-check/testing/checklist";
import { type Outcome, watchStream } from "@/core/hls-check/watch-stream";
import { seedBlock, seedChannel, seedCreator } from "@/prisma/seed/builders";
import { freePort } from "@/scripts/services/ports";
import { closeDb, db } from "@/server/db";
import { commitAirings } from "@/server/playout/commit-airings";
import { ask } from "./testing/serve";

const WATCHED_SECONDS = 40;
let origin: ChildProcess;
let port = 0;
let outcome: Outcome;
let edits = 0;

beforeAll(async () => {
  port = await freePort();
  origin = spawn(process.execPath, ["--import", "tsx", "origin/main.ts"], {
    env: { ...process.env, PORT: String(port), NEXT_SOCKET: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilAlive();
  const channel = await onAir();
  const over = new AbortController();
  const editing = editUntil(over.signal, channel);
  outcome = await watchStream(`http://127.0.0.1:${port}/v1/channels/${channel.slug}/master.m3u8`, WATCHED_SECONDS, {
    ask: askByFetch(fetch, Date.now),
    now: Date.now,
    sleep: (ms) => sleep(ms),
    isStopped: () => false,
  });
  over.abort();
  await editing;
}, 180_000);
afterAll(async () => {
  const ended = new Promise((resolve) => origin.once("exit", resolve));
  origin.kill("SIGTERM");
  await ended;
  await closeDb();
});

describe("a real process and a real database, watched while the schedule is edited", () => {
  test.each(CHECKLIST)("$number: $promise", ({ rules }) => {
    expect(outcome.kind).toBe("checked");
    if (outcome.kind !== "checked") return;
    expect(outcome.findings.filter((finding) => rules.includes(finding.rule))).toEqual([]);
  });

  test("enough was watched to say so", () => {
    expect(outcome).toMatchObject({ kind: "checked", leftAir: false });
    if (outcome.kind !== "checked") return;
    expect(outcome.renditions).toEqual(expect.arrayContaining(["1080p", "720p", "480p", "360p", "audio", "captions"]));
    expect(outcome.playlistsRead).toBeGreaterThan(outcome.renditions.length * 4);
    expect(outcome.segmentsChecked).toBeGreaterThan(80);
    expect(edits).toBeGreaterThan(2);
  });
});

/** A channel whose gaps, breaks and loops play the slate: the one item whose files are there without an encoder. */
async function onAir() {
  const channel = await seedChannel(await seedCreator());
  const now = new Date();
  for (const [seconds, lasts] of [
    [5, 9],
    [20, 7],
    [27, 11],
  ] as const)
    await seedBlock(channel, null, new Date(now.getTime() + seconds * 1000), lasts * 1000);
  await db.$transaction(async (tx) => {
    await tx.channel.update({
      where: { id: channel.id },
      data: { status: "published", statusChangesAt: now, publishedAt: now },
    });
    await commitAirings(tx, channel.id, now);
  });
  return channel;
}

/** Edits as the API makes them, every few seconds: decide up to the horizon, then change what lies behind it. */
async function editUntil(over: AbortSignal, channel: { id: string }): Promise<void> {
  while (!over.aborted) {
    await db.$transaction(async (tx) => {
      const editableFrom = (await commitAirings(tx, channel.id, new Date())) as Date;
      await tx.block.deleteMany({ where: { channelId: channel.id, startsAt: { gte: editableFrom } } });
      const running = await tx.block.findFirst({ where: { channelId: channel.id, endsAt: { gt: editableFrom } } });
      const startsAt = new Date((running?.endsAt ?? editableFrom).getTime() + (edits % 3) * 1_700);
      const endsAt = new Date(startsAt.getTime() + 8_000 + edits * 10);
      await tx.block.create({ data: { channelId: channel.id, kind: "ad_break", startsAt, endsAt } });
    });
    edits++;
    await sleep(3_000, undefined, { signal: over }).catch(() => {});
  }
}

async function untilAlive(): Promise<void> {
  const status = () =>
    ask(port, "/healthz").then(
      (reply) => reply.status,
      () => 0,
    );
  for (let attempt = 0; (await status()) !== 200; attempt++) {
    if (attempt === 250) throw new Error("the origin did not start");
    await sleep(200);
  }
}
