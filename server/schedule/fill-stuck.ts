import { db } from "../db";
import { enqueue } from "../queue/enqueue";

/** Longer than any fill takes, its tries included. */
const STUCK_AFTER_MS = 120_000;

/**
 * Enqueues fills again that nobody has taken up: the queue was away, or a worker died. For the sweep. A queue keeps
 * what it has done for a while and ignores a second job of the same id, hence the time in it.
 */
export async function fillStuck(now: Date): Promise<number> {
  const stuck = await db.job.findMany({
    where: {
      kind: "fill",
      status: { in: ["queued", "running"] },
      updatedAt: { lt: new Date(now.getTime() - STUCK_AFTER_MS) },
    },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: 200,
  });
  for (const { id } of stuck) {
    await enqueue("fill", { jobId: id }, `fill-${id}-${now.getTime()}`);
    await db.job.update({ where: { id }, data: { updatedAt: now } });
  }
  return stuck.length;
}
