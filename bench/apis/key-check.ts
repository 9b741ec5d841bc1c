import { actorOfApiKey } from "@/server/api-keys/authenticate-api-key";
import { closeDb } from "@/server/db";
import { closeRedis } from "@/server/redis";

/** Run as a process with the settings of the server: how many milliseconds a key check takes from memory. */
const token = process.argv[2] ?? "";
const TIMES = 20_000;
for (let count = 0; count < TIMES; count++) await actorOfApiKey(token); // the feed is heard by now
const startedAt = performance.now();
for (let count = 0; count < TIMES; count++) await actorOfApiKey(token);
process.stdout.write(JSON.stringify({ checkMs: (performance.now() - startedAt) / TIMES }));
await closeDb();
await closeRedis();
