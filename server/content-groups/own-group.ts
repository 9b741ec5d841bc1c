import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { ContentGroup } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/**
 * The actor's content group of that id.
 * @throws resource.not_found also for one of somebody else
 */
export async function ownGroup(actor: Actor, groupId: string, tx: Tx = db): Promise<ContentGroup> {
  const row = await tx.contentGroup.findFirst({ where: { id: groupId, ownerId: actor.userId } });
  if (!row) throw notFound("The content group");
  return row;
}
