import type { Actor } from "@/core/actor";
import type { SessionList } from "@/core/auth/account-contract";
import { db } from "../db";
import { requireBrowser } from "./require-browser";
import { SESSION_DAYS } from "./session-days";
import { sessionView } from "./session-view";

/**
 * The browsers and TVs that are signed in to the account, those seen last first. What was not seen for longer than a
 * cookie or token lives is signed in no more.
 * @throws auth.browser_required
 */
export async function listSessions(actor: Actor, now: Date): Promise<SessionList> {
  requireBrowser(actor);
  const alive = new Date(now.getTime() - SESSION_DAYS * 86_400_000);
  const rows = await db.session.findMany({
    where: { userId: actor.userId, revokedAt: null, lastSeenAt: { gt: alive } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
  });
  return { sessions: rows.map((row) => sessionView(row, actor.sessionId)) };
}
