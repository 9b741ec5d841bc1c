import { SILENT_AFTER_MS } from "../content/purge-content";
import { db } from "../db";
import { enqueueImportAgain } from "./enqueue-imports";

/**
 * Enqueues again the imports that wait or run without a sign of life and without a job in the queue: the queue lost
 * them, their worker died, or they were never enqueued. For the sweep.
 * @returns how many were enqueued
 */
export async function importStuck(now: Date): Promise<number> {
  const silent = new Date(now.getTime() - SILENT_AFTER_MS);
  const stuck = await db.job.findMany({
    where: {
      kind: "import",
      status: { in: ["queued", "running"] },
      updatedAt: { lt: silent },
      OR: [{ heartbeatAt: null }, { heartbeatAt: { lt: silent } }],
    },
    select: { id: true },
    orderBy: { updatedAt: "asc" },
    take: 200,
  });
  let enqueued = 0;
  for (const { id } of stuck) {
    if (await enqueueImportAgain(id)) enqueued++;
  }
  // Those that only wait behind others step back, so that the next round looks at the rest.
  await db.job.updateMany({ where: { id: { in: stuck.map(({ id }) => id) } }, data: { updatedAt: now } });
  return enqueued;
}
