import type { Actor } from "@/core/actor";
import type { ContentList } from "@/core/content/contract";
import { contentView } from "../content/content-view";
import { rowsInOrder } from "../content/list-content";
import { db } from "../db";
import { groupMembers } from "./group-members";
import { ownGroup } from "./own-group";

/**
 * One page of a group's items, in its order, whatever their status.
 * @throws resource.not_found
 */
export async function listGroupItems(
  actor: Actor,
  groupId: string,
  { page, per_page }: { page: number; per_page: number },
): Promise<ContentList> {
  const { where, orderBy } = groupMembers(await ownGroup(actor, groupId), new Date());
  const [found] = await db.$queryRaw<{ total: number; ids: string[] }[]>`
    SELECT (SELECT count(*)::int FROM content_item WHERE ${where}) AS total,
      ARRAY(SELECT content_item.id::text FROM content_item WHERE ${where}
        ORDER BY ${orderBy} LIMIT ${per_page} OFFSET ${(page - 1) * per_page}) AS ids`;
  const rows = await rowsInOrder(found?.ids ?? []);
  return { items: rows.map(contentView), total: found?.total ?? 0, page, perPage: per_page };
}
