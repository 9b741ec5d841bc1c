import { db } from "../db";
import { enqueue } from "../queue/enqueue";

/** Longer than any of these takes until its next sign of life, its tries included. */
const STUCK_AFTER_MS = 120_000;
const AT_ONCE = 200;

/**
 * Enqueues jobs of a kind again that nobody has taken up: the queue was away, or a worker died. For the sweep. A queue
 * keeps what it has done for a while and ignores a second job of the same id, hence the time in it.
 * @returns how many were enqueued
 */
export async function jobsStuck(kind: "fill" | "frame" | "csv", now: Date): Promise<number> {
  const stuck = await db.job.findMany({
    where: {
      kind,
      status: { in: ["queued", "running"] },
      updatedAt: { lt: new Date(now.getTime() - STUCK_AFTER_MS) },
    },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: AT_ONCE,
  });
  for (const { id } of stuck) {
    await enqueue(kind, { jobId: id }, `${kind}-${id}-${now.getTime()}`);
    await db.job.update({ where: { id }, data: { updatedAt: now } });
  }
  return stuck.length;
}
