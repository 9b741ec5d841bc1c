import type { Tx } from "../db";
import { groupMembers } from "./group-members";

/** More items than any schedule or filler can use; it bounds what one group may cost. */
const MAX_ITEMS = 5000;

/**
 * Ids of the items of these groups that can air: ready and with a length. In the order of the groups, within each in
 * its own order, without repeats. Groups that do not exist or belong to somebody else are empty.
 */
export async function contentOfGroups(
  client: Tx,
  ownerId: string,
  groupIds: readonly string[],
  now = new Date(),
): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const groups = await client.contentGroup.findMany({
    where: { id: { in: [...groupIds] }, ownerId },
    select: { id: true, ownerId: true, kind: true, rules: true },
  });
  const byId = new Map(groups.map((group) => [group.id, group]));
  const found = new Set<string>();
  for (const groupId of new Set(groupIds)) {
    const group = byId.get(groupId);
    if (!group) continue;
    const { where, orderBy } = groupMembers(group, now);
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT content_item.id::text AS id FROM content_item
      WHERE ${where} AND content_item.status = 'ready' AND content_item.duration_ms > 0
      ORDER BY ${orderBy} LIMIT ${MAX_ITEMS}`;
    for (const { id } of rows) found.add(id);
  }
  return [...found];
}
