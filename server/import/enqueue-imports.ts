import { log } from "../log";
import { enqueue, queue } from "../queue/enqueue";
import { QUEUE_OF } from "../queue/jobs";

/** Redis answers so many at a time. */
const AT_ONCE = 100;

/**
 * Hands imports to the worker. A failure loses nothing: the sweep finds the rows.
 */
export async function enqueueImports(jobIds: readonly string[]): Promise<void> {
  try {
    for (let at = 0; at < jobIds.length; at += AT_ONCE) {
      await Promise.all(jobIds.slice(at, at + AT_ONCE).map((jobId) => enqueue("import", { jobId }, queueId(jobId))));
    }
  } catch (err) {
    log.warn({ err, imports: jobIds.length }, "imports wait for the sweep");
  }
}

/**
 * Hands an import to the worker again, unless the queue still holds it: what waits will run, and what is active but
 * dead BullMQ returns to the queue by itself.
 * @returns whether it was enqueued
 */
export async function enqueueImportAgain(jobId: string): Promise<boolean> {
  const held = await queue(QUEUE_OF.import).getJob(queueId(jobId));
  if (held) {
    const over = (await held.isCompleted()) || (await held.isFailed());
    if (!over) return false;
    await held.remove();
  }
  await enqueue("import", { jobId }, queueId(jobId));
  return true;
}

function queueId(jobId: string): string {
  return `import-${jobId}`;
}
