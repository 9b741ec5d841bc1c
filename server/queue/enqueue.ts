import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { openRedis } from "../redis";
import { JOBS, type JobName, type JobPayload, QUEUE_OF, type QueueName } from "./jobs";

const kept = globalThis as { lineupQueues?: Map<QueueName, { queue: Queue; connection: Redis }> };

/** The BullMQ queue of that name, opened on first use. */
export function queue(name: QueueName): Queue {
  kept.lineupQueues ??= new Map();
  let found = kept.lineupQueues.get(name);
  if (!found) {
    const connection = openRedis({ maxRetriesPerRequest: 1, commandTimeout: 5_000 });
    found = { queue: new Queue(name, { connection, prefix: "lineup" }), connection };
    found.queue.on("error", () => {});
    kept.lineupQueues.set(name, found);
  }
  return found.queue;
}

/**
 * Hands work to the worker. Call it after the commit, never inside the transaction. `id` makes a repeat of the
 * same request harmless: a job with that id is queued once. A failure here loses nothing: the sweep finds the row.
 */
export async function enqueue<N extends JobName>(name: N, payload: JobPayload<N>, id: string): Promise<void> {
  await queue(QUEUE_OF[name]).add(name, JOBS[name].parse(payload), {
    jobId: id,
    // An outage of the database or the storage may last a minute; what cannot succeed says so and is not tried again.
    attempts: 5,
    // Of a type that BullMQ does not know, so that it asks the worker (`pause-before.ts`).
    backoff: { type: "patient" },
    removeOnComplete: { age: 3600, count: 1000 },
    removeOnFail: { age: 24 * 3600, count: 1000 },
  });
}

/** Closes all queues; for orderly shutdown and tests. */
export async function closeQueues(): Promise<void> {
  const open = [...(kept.lineupQueues?.values() ?? [])];
  kept.lineupQueues = undefined;
  // BullMQ leaves connections open that it was handed, and an open one keeps the process alive.
  await Promise.all(
    open.map(async ({ queue, connection }) => {
      await queue.close();
      connection.disconnect();
    }),
  );
}
