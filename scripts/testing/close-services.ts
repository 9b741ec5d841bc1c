import { closeDb } from "@/server/db";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";

/** Ends every connection that the verbs of a test have opened. */
export async function closeServices(): Promise<void> {
  await closeQueues();
  await closeRedis();
  await closeDb();
}
