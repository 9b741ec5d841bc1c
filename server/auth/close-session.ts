import { db } from "../db";

/** Ends a session: whoever signs out has no use for a copy of the cookie that still opens the door. */
export async function closeSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } });
}
