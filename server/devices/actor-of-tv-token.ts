import type { Actor } from "@/core/actor";
import { hashToken } from "../api-keys/token";
import { userOfSession } from "../auth/user-of-session";
import { pool } from "../db";
import { looksLikeTvToken } from "./device-token";

/**
 * The creator whose TV holds an access token; null when it is unknown, expired or its session was revoked. Never
 * cached, so that a TV that is signed out in the Studio fails with its next request.
 */
export async function actorOfTvToken(token: string): Promise<Actor | null> {
  if (!looksLikeTvToken(token)) return null;
  const { rows } = await pool().query<{ session_id: string }>({
    name: "session-of-access-token",
    text: `SELECT session_id FROM session_token WHERE token_hash = $1 AND kind = 'access' AND expires_at > now()`,
    values: [hashToken(token)],
  });
  const sessionId = rows[0]?.session_id;
  const userId = sessionId && (await userOfSession(sessionId));
  return sessionId && userId ? { userId, method: "tv", scopes: null, sessionId } : null;
}
