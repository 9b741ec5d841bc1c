import type { Actor } from "@/core/actor";
import type { AuditAction, AuditTarget } from "@/core/audit/contract";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { callContext } from "../log";

/** Who did it, for whose account: a caller, the operator at the command line, or a moderator. */
export type AuditedBy = Pick<Actor, "userId" | "apiKeyId"> & { method: Actor["method"] | "operator" | "moderator" };

export interface Audited {
  action: AuditAction;
  target: AuditTarget;
  details?: Prisma.InputJsonObject;
}

/**
 * Writes down what was done, in the transaction that does it: there is no deed without its entry and no entry without
 * its deed. The caller's IP address is not kept.
 */
export async function recordAudit(tx: Tx, by: AuditedBy, { action, target, details }: Audited): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ownerId: by.userId,
      action,
      method: by.method,
      apiKeyId: by.apiKeyId,
      requestId: callContext.getStore()?.requestId,
      targetKind: target.kind,
      targetId: target.id,
      targetName: target.name,
      details,
    },
    select: { id: true },
  });
}
