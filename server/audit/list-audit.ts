import type { Actor } from "@/core/actor";
import type { AuditEntry, AuditList, ListAuditQuery } from "@/core/audit/contract";
import { asOfList, madeBefore } from "@/core/stable-page";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

const WITH_KEY = { apiKey: { select: { id: true, name: true, keyPrefix: true } } } satisfies Prisma.AuditEntryInclude;
type Row = Prisma.AuditEntryGetPayload<{ include: typeof WITH_KEY }>;

/** One page of what was done with the creator's account, newest first. */
export async function listAudit(actor: Actor, query: ListAuditQuery): Promise<AuditList> {
  const { action, page, per_page, as_of } = query;
  const where = { ownerId: actor.userId, action, at: { lt: madeBefore(as_of) } };
  const [all, rows] = await Promise.all([
    db.auditEntry.aggregate({ where, _count: true, _max: { at: true } }),
    db.auditEntry.findMany({
      where,
      include: WITH_KEY,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * per_page,
      take: per_page,
    }),
  ]);
  const asOf = asOfList(as_of, all._max.at);
  return { items: rows.map(auditEntryView), total: all._count, page, perPage: per_page, asOf };
}

function auditEntryView(row: Row): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action as AuditEntry["action"],
    target: { kind: row.targetKind as AuditEntry["target"]["kind"], id: row.targetId, name: row.targetName },
    actor: { method: row.method as AuditEntry["actor"]["method"], apiKey: row.apiKey },
    requestId: row.requestId,
    details: row.details as AuditEntry["details"],
  };
}
