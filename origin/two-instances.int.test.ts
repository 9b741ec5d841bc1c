import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RENDITIONS } from "@/core/playout/media-playlist";
import { readPlaylist } from "@/core/playout/testing/read-playlist";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { freePort } from "@/scripts/services/ports";
import { closeDb, db } from "@/server/db";
import { commitAirings } from "@/server/playout/commit-airings";
import { ask } from "./testing/serve";

const WATCHED_MS = 20_000;
const instances: { port: number; child: ChildProcess }[] = [];

beforeAll(async () => {
  for (let index = 0; index < 2; index++) {
    const port = await freePort();
    const child = spawn(process.execPath, ["--import", "tsx", "origin/main.ts"], {
      env: { ...process.env, PORT: String(port), NEXT_SOCKET: "" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    instances.push({ port, child });
  }
  for (const { port } of instances) await untilAlive(port);
}, 60_000);
afterAll(async () => {
  const ended = instances.map(({ child }) => new Promise((resolve) => child.once("exit", resolve)));
  for (const { child } of instances) child.kill("SIGTERM");
  expect(await Promise.all(ended)).toEqual([0, 0]);
  await closeDb();
});

test("4: two processes on one database answer the same bytes at the same instant, while the schedule is edited", async () => {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  const [film, short] = [await seedReadyContent(owner, { durationMs: 61_300 }), await seedReadyContent(owner)];
  const now = new Date();
  await db.$transaction(async (tx) => {
    await tx.channel.update({
      where: { id: channel.id },
      data: { status: "published", statusChangesAt: now, publishedAt: now },
    });
    await commitAirings(tx, channel.id, now);
  });

  let compared = 0;
  let polls = 0;
  let last = -1;
  for (let round = 0; Date.now() < now.getTime() + WATCHED_MS; round++) {
    if (round % 10 === 0) await edit(channel, round % 20 === 0 ? film : short, round);
    const name = RENDITIONS[round % RENDITIONS.length];
    const askOne = (index: number) => ask(instances[index]!.port, `/v1/channels/${channel.slug}/${name}.m3u8`);
    // No two requests meet the same instant. One after the other they do: what the first says before and after the
    // second was true in between. A round in which a segment was added says nothing, and does not count.
    const [before, other, after] = [await askOne(0), await askOne(1), await askOne(0)];
    polls++;
    for (const reply of [before, other, after]) expect(reply.status).toBe(200);
    if (before.text === after.text) {
      compared++;
      expect(other.text).toBe(before.text);
    }
    const sequence = readPlaylist(other.text).segments.at(-1)!.mediaSequence;
    expect(sequence).toBeGreaterThanOrEqual(last);
    last = sequence;
    await sleep(90);
  }
  expect(polls).toBeGreaterThan(50);
  expect(compared).toBeGreaterThan(polls * 0.8);
}, 60_000);

async function untilAlive(port: number): Promise<void> {
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

/** An edit as the API makes it: decide up to the horizon, then change what lies behind it. */
async function edit(channel: { id: string }, content: { id: string }, round: number): Promise<void> {
  const at = await db.$transaction(async (tx) => {
    const editableFrom = (await commitAirings(tx, channel.id, new Date()))!;
    await tx.block.deleteMany({ where: { channelId: channel.id, startsAt: { gte: editableFrom } } });
    const running = await tx.block.findFirst({ where: { channelId: channel.id, endsAt: { gt: editableFrom } } });
    return running ? null : new Date(editableFrom.getTime() + (round % 3) * 1_700);
  });
  if (at) await seedBlock(channel, content, at, 15_000 + round * 10);
}
