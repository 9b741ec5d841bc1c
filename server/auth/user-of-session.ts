import { pool } from "../db";

interface SessionRow {
  user_id: string;
  seen_lately: boolean;
}

/**
 * The account of a session that has not been revoked, else null. One read by primary key on every request and never
 * cached, so that revoking a session ends it at once in every process.
 */
export async function userOfSession(sessionId: string): Promise<string | null> {
  const { rows } = await pool().query<SessionRow>({
    name: "user-of-session",
    text: `SELECT user_id, last_seen_at > now() - interval '1 minute' AS seen_lately
           FROM session WHERE id = $1 AND revoked_at IS NULL`,
    values: [sessionId],
  });
  const session = rows[0];
  if (!session) return null;
  if (!session.seen_lately) await recordSeen(sessionId);
  return session.user_id;
}

/** To the minute is enough to tell which session is in use, and keeps reads free of writes. */
async function recordSeen(sessionId: string): Promise<void> {
  await pool().query({
    name: "record-session-seen",
    text: `UPDATE session SET last_seen_at = now() WHERE id = $1 AND last_seen_at <= now() - interval '1 minute'`,
    values: [sessionId],
  });
}
