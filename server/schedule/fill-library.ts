import type { Actor } from "@/core/actor";
import { rightsOf } from "@/core/content/rights";
import { notFound } from "@/core/errors";
import type { FillItem } from "@/core/schedule/fill";
import type { FillRule } from "@/core/schedule/fill-rule";
import { contentOfGroups } from "../content-groups/group-content";
import type { Tx } from "../db";

export type Choice = Pick<FillRule, "contentItemIds" | "tags" | "contentGroupIds">;

/**
 * Refuses a choice that names something that is not the actor's.
 * @throws resource.not_found
 */
export async function requireOwnChoice(tx: Tx, actor: Actor, choice: Choice): Promise<void> {
  const ids = [...new Set(choice.contentItemIds)];
  const own = await tx.contentItem.count({
    where: { id: { in: ids }, ownerId: actor.userId, status: { not: "deleted" } },
  });
  if (own !== ids.length) throw notFound("A content item");
  const groupIds = [...new Set(choice.contentGroupIds)];
  const ownGroups = await tx.contentGroup.count({ where: { id: { in: groupIds }, ownerId: actor.userId } });
  if (ownGroups !== groupIds.length) throw notFound("A content group");
}

interface Row {
  id: string;
  durationMs: number;
  tags: string[];
  rightsFrom: Date | null;
  rightsUntil: Date | null;
}

/**
 * What may be placed: the creator's ready content, or of it what was chosen by id, by group or by tag. In the order in
 * which the ids were given, then in that of the groups, else the order in which the items were made. The rows are held
 * until the transaction ends.
 */
export async function fillLibrary(tx: Tx, actor: Actor, choice: Choice): Promise<FillItem[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, duration_ms AS "durationMs", tags, rights_from AS "rightsFrom", rights_until AS "rightsUntil"
    FROM content_item
    WHERE owner_id = ${actor.userId}::uuid AND status = 'ready' AND duration_ms > 0 AND encoding_id IS NOT NULL
    ORDER BY created_at, id FOR SHARE`;
  return (await chosen(tx, actor, choice, rows)).map((row) => ({
    id: row.id,
    durationMs: row.durationMs,
    ...rightsOf(row),
  }));
}

async function chosen(tx: Tx, actor: Actor, choice: Choice, rows: Row[]): Promise<Row[]> {
  const { contentItemIds, tags, contentGroupIds } = choice;
  if (!contentItemIds && !tags && !contentGroupIds) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = [...(contentItemIds ?? []), ...(await contentOfGroups(tx, actor.userId, contentGroupIds ?? []))];
  const tagged = rows.filter((row) => tags?.some((tag) => row.tags.includes(tag)));
  return [...new Set([...named.flatMap((id) => byId.get(id) ?? []), ...tagged])];
}
