import { AuditList, ListAuditQuery } from "@/core/audit/contract";
import { listAudit } from "@/server/audit/list-audit";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listAuditEntries",
  tag: "Account",
  scope: "session",
  summary: "What was done with the account, its keys, channels and content",
  query: ListAuditQuery,
  reply: AuditList,
  handle: (actor, { query }) => listAudit(actor, query),
});
