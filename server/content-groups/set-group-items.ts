import type { Actor } from "@/core/actor";
import type { ContentGroup, SetGroupItems } from "@/core/content/group-contract";
import { AppError, notFound } from "@/core/errors";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { groupView } from "./group-view";
import { ownGroup } from "./own-group";

/**
 * Says which items a static group holds and in which order; an item that is named twice stands where it is first.
 * @throws resource.not_found also for an item that is not the actor's; content_group.dynamic
 */
export async function setGroupItems(actor: Actor, groupId: string, input: SetGroupItems): Promise<ContentGroup> {
  return editItems(actor, groupId, input, async (tx, ids) => {
    await tx.contentGroupItem.deleteMany({ where: { groupId } });
    await append(tx, groupId, ids);
  });
}

/**
 * Puts items at the end of a static group; members keep their places.
 * @throws resource.not_found, content_group.dynamic
 */
export async function addGroupItems(actor: Actor, groupId: string, input: SetGroupItems): Promise<ContentGroup> {
  return editItems(actor, groupId, input, (tx, ids) => append(tx, groupId, ids));
}

async function editItems(
  actor: Actor,
  groupId: string,
  input: SetGroupItems,
  edit: (tx: Tx, ids: string[]) => Promise<void>,
): Promise<ContentGroup> {
  const ids = [...new Set(input.contentItemIds)];
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM content_group WHERE id = ${groupId}::uuid FOR UPDATE`;
    const group = await ownGroup(actor, groupId, tx);
    if (group.kind === "dynamic") {
      throw new AppError("content_group.dynamic", "This group finds its items by rules; change those instead.");
    }
    const own = await tx.contentItem.count({
      where: { id: { in: ids }, ownerId: actor.userId, status: { not: "deleted" } },
    });
    if (own !== ids.length) throw notFound("A content item");
    await edit(tx, ids);
    return groupView(await tx.contentGroup.update({ where: { id: groupId }, data: { updatedAt: new Date() } }), tx);
  }, TRANSACTION);
}

async function append(tx: Tx, groupId: string, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO content_group_item (group_id, content_item_id, position)
    SELECT ${groupId}::uuid, named.id, named.place
      + coalesce((SELECT max(position) FROM content_group_item WHERE group_id = ${groupId}::uuid), 0)
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS named(id, place)
    ON CONFLICT DO NOTHING`;
}
