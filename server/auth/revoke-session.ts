import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { Session } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { requireBrowser } from "./require-browser";
import { sessionName } from "./session-view";

/**
 * Signs a browser or a TV out, wherever it is; doing it again changes nothing.
 * @throws auth.browser_required, resource.not_found
 */
export async function revokeSession(actor: Actor, sessionId: string): Promise<void> {
  requireBrowser(actor);
  const session = await db.session.findFirst({ where: { id: sessionId, userId: actor.userId } });
  if (!session) throw notFound("The session");
  await db.$transaction((tx) => revoke(tx, actor, session));
}

/**
 * Signs everybody out of the account but the one who asks.
 * @throws auth.browser_required
 */
export async function revokeOtherSessions(actor: Actor): Promise<void> {
  requireBrowser(actor);
  await db.$transaction(async (tx) => {
    const others = await tx.session.findMany({
      where: { userId: actor.userId, revokedAt: null, id: { not: actor.sessionId } },
    });
    for (const session of others) await revoke(tx, actor, session);
  });
}

async function revoke(tx: Tx, actor: Actor, session: Session): Promise<void> {
  const { count } = await tx.session.updateMany({
    where: { id: session.id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) return;
  const action = session.kind === "tv" ? "account.tv_revoked" : "account.session_revoked";
  await recordAudit(tx, actor, { action, target: { kind: "session", id: session.id, name: sessionName(session) } });
}
