import { db } from "../db";

const MAX_USER_AGENT_CHARACTERS = 400;

/** Writes down that somebody signed in at a browser, and answers the session's id. */
export async function openSession(userId: string, userAgent: string): Promise<string> {
  const { id } = await db.session.create({
    data: { userId, userAgent: userAgent.slice(0, MAX_USER_AGENT_CHARACTERS) },
    select: { id: true },
  });
  return id;
}
