import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import type { Moderator } from "./require-moderator";

type Named = Moderator & { email: string };
const NAMED = { id: true, name: true, email: true } as const;

/** Who may decide about everybody's content; for the operator at the command line. */
export async function listModerators(): Promise<Named[]> {
  return db.user.findMany({
    where: { isModerator: true, deletedAt: null },
    orderBy: { createdAt: "asc" },
    select: NAMED,
  });
}

/**
 * Gives an account the role of a moderator, or takes it away; for the operator at the command line.
 * @returns the account, and whether that changed anything
 * @throws resource.not_found when nobody has that address
 */
export async function nameModerator(email: string, isModerator: boolean): Promise<Named & { changed: boolean }> {
  return db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email: email.trim().toLowerCase(), deletedAt: null } });
    if (!user) throw notFound(`An account with the address ${email}`);
    const { count } = await tx.user.updateMany({
      where: { id: user.id, isModerator: !isModerator },
      data: { isModerator },
    });
    const { id, name } = user;
    if (count > 0) {
      const action = isModerator ? "account.moderator_named" : "account.moderator_dismissed";
      const target = { kind: "account", id, name: user.email } as const;
      await recordAudit(tx, { userId: id, method: "operator" }, { action, target });
    }
    return { id, name, email: user.email, changed: count > 0 };
  });
}
