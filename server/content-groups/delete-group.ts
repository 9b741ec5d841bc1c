import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db } from "../db";

/**
 * Removes a group. Its items stay in the library; channels that fill from it find nothing in it any more.
 * @throws resource.not_found
 */
export async function deleteGroup(actor: Actor, groupId: string): Promise<void> {
  const { count } = await db.contentGroup.deleteMany({ where: { id: groupId, ownerId: actor.userId } });
  if (count === 0) throw notFound("The content group");
}
