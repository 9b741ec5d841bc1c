import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { Redis } from "ioredis";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { useOwnDatabase } from "./own-database";

/** Redis has sixteen databases; the first is everybody's. */
const REDIS_DATABASES = Array.from({ length: 15 }, (_, index) => index + 1);
const CLAIMED_SECONDS = 3600;

/**
 * Gives this test file a database, a queue and a storage of its own, for tests that run a whole worker: it takes up
 * whatever it finds, and other tests' work is not its own. Call it before anything reads the settings; what it answers
 * closes and removes it all.
 */
export async function useOwnServices(): Promise<() => Promise<void>> {
  process.env.LINEUP_DIR = await mkdtemp(path.join(process.env.LINEUP_DIR!, "own-"));
  const removeDatabase = await useOwnDatabase();
  const removeRedis = await useOwnRedis();
  return async () => {
    await closeQueues();
    await closeRedis();
    await removeRedis();
    await removeDatabase();
  };
}

async function useOwnRedis(): Promise<() => Promise<void>> {
  const shared = process.env.REDIS_URL!;
  const everybodys = new Redis(shared);
  for (const number of REDIS_DATABASES) {
    const claim = `test-database:${number}`;
    if ((await everybodys.set(claim, process.pid, "EX", CLAIMED_SECONDS, "NX")) !== "OK") continue;
    process.env.REDIS_URL = new URL(`/${number}`, shared).href;
    return async () => {
      await everybodys.select(number);
      await everybodys.flushdb();
      await everybodys.select(0);
      await everybodys.del(claim);
      everybodys.disconnect();
    };
  }
  everybodys.disconnect();
  throw new Error("all databases of the Redis of the tests are taken");
}
