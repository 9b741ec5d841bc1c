import type { Actor } from "@/core/actor";
import type { UpdateMe } from "@/core/auth/account-contract";
import type { User as UserView } from "@/core/auth/contract";
import { AppError } from "@/core/errors";
import { Prisma, type User } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { requireBrowser } from "./require-browser";
import { requirePassword } from "./require-password";
import { userView } from "./user-view";

/**
 * Changes the name, e-mail address or preferences of an account. The address is what one signs in with, so it takes
 * the password; an account without one is known by the address that its provider proved, and keeps it.
 * @param address IP address of the caller
 * @throws auth.browser_required, auth.password_missing, auth.password_wrong, auth.email_taken, rate_limit.exceeded
 */
export async function updateMe(
  actor: Actor,
  { currentPassword, ...changes }: UpdateMe,
  address: string,
): Promise<UserView> {
  requireBrowser(actor);
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  const newEmail = changes.email !== undefined && changes.email !== user.email;
  if (newEmail) {
    if (user.passwordHash === null) {
      throw new AppError(
        "auth.password_missing",
        "Set a password first: then this account no longer hangs on its address.",
      );
    }
    await requirePassword(user, currentPassword, address);
  }
  return db.$transaction(async (tx) => {
    const changed = await write(tx, user.id, { ...changes, ...(newEmail && { emailVerifiedAt: null }) });
    if (newEmail || (changes.name !== undefined && changes.name !== user.name)) {
      const target = { kind: "account", id: user.id, name: changed.email } as const;
      const details = newEmail ? { emailBefore: user.email } : undefined;
      await recordAudit(tx, actor, { action: "account.profile_changed", target, details });
    }
    return userView(changed);
  });
}

function write(tx: Tx, id: string, data: Prisma.UserUpdateInput): Promise<User> {
  return tx.user.update({ where: { id }, data }).catch((thrown) => {
    if (thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002") {
      throw new AppError("auth.email_taken", "There is already an account with this e-mail address.");
    }
    throw thrown;
  });
}
