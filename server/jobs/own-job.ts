import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { Job } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * The actor's job of that id.
 * @throws resource.not_found
 */
export async function ownJob(actor: Actor, jobId: string): Promise<Job> {
  const row = await db.job.findFirst({ where: { id: jobId, ownerId: actor.userId } });
  if (!row) throw notFound("The job");
  return row;
}
