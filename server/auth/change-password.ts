import type { Actor } from "@/core/actor";
import type { ChangePassword } from "@/core/auth/account-contract";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { hashPassword } from "./password";
import { requireBrowser } from "./require-browser";
import { requirePassword } from "./require-password";

/**
 * Changes the password, or sets the first one of an account that signs in by another service. Everybody else who is
 * signed in to the account is signed out, TVs included: one changes a password because somebody may know it.
 * @param address IP address of the caller
 * @throws auth.browser_required, auth.password_wrong, rate_limit.exceeded
 */
export async function changePassword(actor: Actor, input: ChangePassword, address: string): Promise<void> {
  requireBrowser(actor);
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (user.passwordHash !== null) await requirePassword(user, input.currentPassword, address);
  const passwordHash = await hashPassword(input.newPassword);
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null, id: { not: actor.sessionId } },
      data: { revokedAt: new Date() },
    });
    const target = { kind: "account", id: user.id, name: user.email } as const;
    await recordAudit(tx, actor, { action: "account.password_changed", target });
  });
}
