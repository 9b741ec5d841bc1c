import { OLDEST_MS } from "@/core/analytics/beacon";
import { MINUTES_KEPT_MS } from "@/core/analytics/buckets";
import { db } from "../db";
import { BEACON_STREAM } from "./beacon-stream";

const HOUR_MS = 3_600_000;
const AT_ONCE = 50_000;

/**
 * Removes what sessions sent more than a day before the last entry that was folded: no repeat of it can come any more.
 * At most so many at a time, so that the sweep does not hold up others.
 * @returns how many were removed
 */
export async function forgetSessionBeacons(): Promise<number> {
  const position = await db.beaconPosition.findUnique({ where: { stream: BEACON_STREAM } });
  if (!position) return 0;
  const beforeMs = position.takenAt.getTime() - OLDEST_MS - HOUR_MS;
  return db.$executeRaw`DELETE FROM session_beacon WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM session_beacon WHERE at_ms < ${beforeMs} LIMIT ${AT_ONCE}))`;
}

/** Removes figures by the minute that are too old to be asked for, and all figures of accounts that are gone. */
export async function forgetOldFigures(now: Date): Promise<number> {
  const before = new Date(now.getTime() - MINUTES_KEPT_MS - HOUR_MS);
  const old = await db.audienceMinute.deleteMany({ where: { bucket: { lt: before } } });
  const sketches = await db.audienceSketch.deleteMany({ where: { minutes: 1, bucket: { lt: before } } });
  const orphans = await db.$executeRaw`DELETE FROM audience_quarter AS figures
    WHERE NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = figures.owner_id)`;
  const drops = await db.$executeRaw`DELETE FROM dropped_beacon AS dropped
    WHERE NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = dropped.owner_id)`;
  return old.count + sketches.count + orphans + drops;
}
