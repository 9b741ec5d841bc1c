import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { AppError, notFound } from "@/core/errors";
import type { Job } from "@/core/schedule/contract";
import { db } from "../db";
import { jobView } from "./job-view";

/** The scope of the verb that starts each kind of job; polling it takes the same. */
const SCOPE_OF: Record<string, Scope> = {
  fill: "schedule:write",
  frame: "content:write",
  import: "content:write",
  csv: "content:write",
};

/**
 * How far a job is.
 * @throws resource.not_found, auth.insufficient_scope
 */
export async function getJob(actor: Actor, jobId: string): Promise<Job> {
  const row = await db.job.findFirst({ where: { id: jobId, ownerId: actor.userId } });
  if (!row) throw notFound("The job");
  const requiredScope = SCOPE_OF[row.kind];
  if (actor.scopes && requiredScope && !actor.scopes.includes(requiredScope)) {
    throw new AppError("auth.insufficient_scope", `This API key lacks the scope \`${requiredScope}\`.`, {
      requiredScope,
    });
  }
  return jobView(row);
}
