import { ChannelMemory } from "@/origin/channel-memory";
import { databaseSource } from "@/origin/channel-source";
import { closeDb } from "@/server/db";

/** Run as a process with --expose-gc: what the origin keeps of channels that are watched, and of those that are not. */
export interface ChannelBytes {
  watched: number;
  idle: number;
}

const count = Number(process.argv[2]);
const AT_ONCE = 8;
const FORGOTTEN_MS = 120_000;

const used = () => {
  for (let time = 0; time < 3; time++) globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
};

const memory = new ChannelMemory(databaseSource);
const nowMs = Date.now();
const ask = (channel: number) => memory.playlist(`c-${channel}`, "1080p", nowMs);
for (let channel = 1; channel <= 100; channel++) await ask(channel); // tables and code that all share
const before = used();
const waiting = Array.from({ length: count - 100 }, (_, index) => index + 101);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let channel = waiting.pop(); channel !== undefined; channel = waiting.pop()) await ask(channel);
  }),
);
const watched = (used() - before) / (count - 100);
if (memory.size !== count) throw new Error(`${memory.size} channels are watched instead of ${count}`);
memory.forgetIdle(nowMs + FORGOTTEN_MS);
const bytes: ChannelBytes = { watched, idle: Math.max(0, used() - before) / (count - 100) };
process.stdout.write(JSON.stringify(bytes));
await closeDb();
