import { db } from "../db";

/** More than a year, so that last year's same week can still be looked up. */
const KEPT_DAYS = 400;
const DAY_MS = 24 * 3_600_000;

/** Removes entries of the audit log that are older than it reaches back; answers how many. */
export async function forgetOldAudit(now: Date): Promise<number> {
  const { count } = await db.auditEntry.deleteMany({
    where: { at: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
  });
  return count;
}
