import { SESSION_DAYS } from "../auth/session-days";
import { db } from "../db";

const DAY_MS = 86_400_000;

/** Removes codes, tokens and sessions that open nothing any more; for the sweep. */
export async function forgetDevices(now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const longAgo = new Date(now.getTime() - 2 * SESSION_DAYS * DAY_MS);
  const [grants, tokens, sessions] = await db.$transaction([
    db.deviceGrant.deleteMany({ where: { expiresAt: { lt: dayAgo } } }),
    db.sessionToken.deleteMany({ where: { expiresAt: { lt: dayAgo } } }),
    db.session.deleteMany({ where: { lastSeenAt: { lt: longAgo } } }),
  ]);
  return grants.count + tokens.count + sessions.count;
}
