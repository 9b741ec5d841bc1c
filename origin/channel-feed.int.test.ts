import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { db, pool } from "@/server/db";
import { env } from "@/server/env";
import { commitAirings, planAheadOf } from "@/server/playout/commit-airings";
import { ChannelFeed } from "./channel-feed";
import { ChannelMemory } from "./channel-memory";
import { type ChannelSource, databaseSource } from "./channel-source";

const children: ChildProcess[] = [];
const feeds: ChannelFeed[] = [];
// Workers that other tests run plan every channel that they find.
let removeDatabase: () => Promise<void>;
beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
});
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.stop();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await removeDatabase();
});

async function published() {
  const owner = await seedCreator();
  const channel = await seedChannel(owner);
  const now = new Date();
  await db.$transaction(async (tx) => {
    const data = { status: "published", statusChangesAt: now, publishedAt: now } as const;
    await tx.channel.update({ where: { id: channel.id }, data });
    await commitAirings(tx, channel.id, now);
  });
  return { owner, channel };
}

interface Seen {
  knownUntilMs: number | null;
  hears: boolean;
  atMs: number;
}

/** Another process that watches the channel; what it has seen so far, newest last. */
function watcher(slug: string): Seen[] {
  const child = spawn(process.execPath, ["--import", "tsx", "origin/testing/watch-channel.ts", slug], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const seen: Seen[] = [];
  let rest = "";
  child.stdout!.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    seen.push(...lines.map((line) => JSON.parse(line)));
  });
  return seen;
}

test("new airings reach two other processes within a second", async () => {
  const { owner, channel } = await published();
  const film = await seedReadyContent(owner, { durationMs: 30_000 });
  const others = [watcher(channel.slug), watcher(channel.slug)];
  await vi.waitUntil(() => others.every((seen) => seen.at(-1)?.hears && seen.at(-1)?.knownUntilMs), 30_000);
  const delays: number[] = [];
  for (let round = 0; round < 6; round++) {
    const before = others.map((seen) => seen.length);
    // What the tick plans, and what an edit takes back of it.
    if (round % 2 === 0) await planAheadOf(channel.id, new Date());
    else {
      await db.$transaction(async (tx) => {
        const editableFrom = (await commitAirings(tx, channel.id, new Date()))!;
        await tx.block.deleteMany({ where: { channelId: channel.id } });
        await tx.block.create({
          data: {
            channelId: channel.id,
            contentItemId: film.id,
            startsAt: editableFrom,
            endsAt: new Date(editableFrom.getTime() + 30_000),
          },
        });
      });
    }
    const committedAtMs = Date.now();
    await vi.waitUntil(() => others.every((seen, index) => seen.length > before[index]!), 20_000);
    for (const [index, seen] of others.entries()) delays.push(seen[before[index]!]!.atMs - committedAtMs);
    await sleep(200);
  }
  // Not each one: the machine may hold a process back for longer than that.
  expect(delays.sort((a, b) => a - b)[Math.floor(delays.length / 2)]).toBeLessThan(1000);
}, 90_000);

/** The database, with its reads counted. */
function counted(): { source: ChannelSource; reads: string[] } {
  const reads: string[] = [];
  const told =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      reads.push(name);
      return call(...args);
    };
  return {
    reads,
    source: {
      read: told("read", databaseSource.read),
      tables: databaseSource.tables,
      commit: told("commit", databaseSource.commit),
    },
  };
}

function listening(source: ChannelSource, connectionString = env().DATABASE_URL) {
  const feed: ChannelFeed = new ChannelFeed(connectionString, {
    changed: (channelId) => memory.changed(channelId),
    missed: () => memory.missed(),
  });
  const memory = new ChannelMemory(source, feed);
  feeds.push(feed);
  feed.start();
  return { feed, memory };
}

test("a quiet channel costs one indexed statement, the segment table of its item included", async () => {
  const { owner, channel } = await published();
  const film = await seedReadyContent(owner, { durationMs: 600_000 });
  await seedBlock(channel, film, new Date(Date.now() + 90_000), 600_000);
  await planAheadOf(channel.id, new Date());
  const nowMs = Date.now() + 200_000; // in the middle of the film, of which this process knows nothing
  const { source, reads } = counted();
  const statements = vi.spyOn(pool(), "query");
  try {
    const playlist = await new ChannelMemory(source).playlist(channel.slug, "1080p", nowMs);
    expect(playlist!.plain.body).toContain(film.encodingId!);
    expect(reads).toEqual(["read"]);
    expect(statements).toHaveBeenCalledTimes(1);
    const [{ text, values }] = statements.mock.calls[0] as unknown as [{ text: string; values: unknown[] }];
    const plan = await planOf(text, values);
    expect(plan).not.toContain("Seq Scan");
    for (const index of ["channel_slug_key", "encoding_pkey"]) expect(plan).toContain(index);
    // Which of the two begins is for the statistics to say, and a database of tests has none.
    expect(plan).toMatch(/Index Scan (using|on) airing_(channel_id|encoding_id)_ends_at_idx/);
  } finally {
    statements.mockRestore();
  }
});

/** How PostgreSQL would go about it in tables that are too long to be read through. */
async function planOf(text: string, values: unknown[]): Promise<string> {
  const client = await pool().connect();
  try {
    await client.query("SET enable_seqscan = off");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    client.release(true); // with the setting
  }
}

test("a watched channel costs no statement while its news say nothing of it", async () => {
  const { channel } = await published();
  await planAheadOf(channel.id, new Date());
  const { source, reads } = counted();
  const news = { heardUntilMs: Date.now() };
  const memory = new ChannelMemory(source, news);
  const startedAtMs = news.heardUntilMs;
  for (; news.heardUntilMs < startedAtMs + 240_000; news.heardUntilMs += 400) {
    expect(await memory.playlist(channel.slug, "audio", news.heardUntilMs + 300)).not.toBeNull();
  }
  expect(reads).toEqual(["read"]);
});

test("while the feed is away, a change is seen all the same, by looking every second", async () => {
  const { channel } = await published();
  const { source, reads } = counted();
  const { feed, memory } = listening(source, "postgresql://nobody@127.0.0.1:1/none");
  expect(await memory.isOnAir(channel.slug, Date.now())).toBe(true);
  await db.channel.update({ where: { id: channel.id }, data: { status: "draft", statusChangesAt: new Date() } });
  await vi.waitUntil(async () => !(await memory.isOnAir(channel.slug, Date.now())), { timeout: 20_000, interval: 50 });
  expect(reads.length).toBeGreaterThan(1);
  expect(feed.heardUntilMs).toBe(Number.NEGATIVE_INFINITY);
});

test("a feed that is cut off connects again by itself and hears on", async () => {
  const { channel } = await published();
  const { feed, memory } = listening(databaseSource);
  await vi.waitUntil(() => Number.isFinite(feed.heardUntilMs), 20_000);
  const heardBefore = feed.heardUntilMs;
  await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query = 'SELECT' AND datname = current_database() AND pid <> pg_backend_pid()`;
  await vi.waitUntil(() => feed.heardUntilMs > heardBefore + 1000, 20_000);
  const changed = vi.spyOn(memory, "changed");
  await vi.waitUntil(
    async () => {
      await db.channel.update({ where: { id: channel.id }, data: { statusChangesAt: new Date() } });
      await sleep(100);
      return changed.mock.calls.some(([id]) => id === channel.id);
    },
    { timeout: 20_000, interval: 100 },
  );
});

test("channels that nobody watches any more are forgotten, under all their names", async () => {
  const { channel } = await published();
  const memory = new ChannelMemory(databaseSource);
  const nowMs = Date.now();
  for (const name of [channel.slug, channel.id]) await memory.playlist(name, "360p", nowMs);
  expect(memory.size).toBe(2);
  memory.forgetIdle(nowMs + 59_000);
  expect(memory.size).toBe(2);
  memory.forgetIdle(nowMs + 61_000);
  expect(memory.size).toBe(0);
});
