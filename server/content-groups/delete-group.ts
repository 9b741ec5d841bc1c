import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { ownGroup } from "./own-group";

/**
 * Removes a group. Its items stay in the library; channels that fill from it find nothing in it any more.
 * @throws resource.not_found
 */
export async function deleteGroup(actor: Actor, groupId: string): Promise<void> {
  const { id, name } = await ownGroup(actor, groupId);
  await db.$transaction(async (tx) => {
    const { count } = await tx.contentGroup.deleteMany({ where: { id, ownerId: actor.userId } });
    if (count === 0) throw notFound("The content group");
    await recordAudit(tx, actor, { action: "content_group.deleted", target: { kind: "content_group", id, name } });
  });
}
