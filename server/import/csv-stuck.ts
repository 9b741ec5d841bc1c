import { db } from "../db";
import { enqueue } from "../queue/enqueue";
import { storage } from "../storage/create-storage";
import { CSV_PREFIX } from "./csv-key";

/** Longer than any batch of rows takes. */
const STUCK_AFTER_MS = 120_000;

/** A dry run may be looked at and applied for so long. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Enqueues catalogue files again that nobody has taken up, or whose worker died in the middle. For the sweep.
 * @returns how many were enqueued
 */
export async function csvStuck(now: Date): Promise<number> {
  const stuck = await db.job.findMany({
    where: {
      kind: "csv",
      status: { in: ["queued", "running"] },
      updatedAt: { lt: new Date(now.getTime() - STUCK_AFTER_MS) },
    },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: 50,
  });
  for (const { id } of stuck) {
    // A queue keeps what it has done for a while and ignores a second job of the same id, hence the time in it.
    await enqueue("csv", { jobId: id }, `csv-${id}-${now.getTime()}`);
    await db.job.update({ where: { id }, data: { updatedAt: now } });
  }
  return stuck.length;
}

/**
 * Removes the files of dry runs that nobody applied within a day, and those of imports that failed.
 * @returns how many
 */
export async function removeOldCsv(now: Date): Promise<number> {
  let removed = 0;
  for await (const { key, modifiedAt } of storage().list(CSV_PREFIX)) {
    if (now.getTime() - modifiedAt.getTime() < KEPT_MS) continue;
    await storage().remove(key);
    removed++;
  }
  return removed;
}
