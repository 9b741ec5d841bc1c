import type { Job } from "@/core/schedule/contract";
import type { Job as JobRow } from "@/generated/prisma/client";

/** A job as its owner polls it. */
export function jobView(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    progressPercent: row.progressPercent,
    result: row.result as Job["result"],
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? "" },
  };
}
