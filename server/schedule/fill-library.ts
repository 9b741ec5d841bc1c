import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { FillSchedule } from "@/core/schedule/contract";
import type { FillItem } from "@/core/schedule/fill";
import type { Tx } from "../db";

type Choice = Pick<FillSchedule, "contentItemIds" | "tags" | "contentGroupIds">;

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
  if (choice.contentGroupIds?.length) throw notFound("A content group");
}

/**
 * What may be placed: the creator's ready content, or of it what was chosen by id or by tag. In the order in which
 * the ids were given, else the order in which the items were made. The rows are held until the transaction ends.
 */
export async function fillLibrary(tx: Tx, actor: Actor, choice: Choice): Promise<FillItem[]> {
  const rows = await tx.$queryRaw<{ id: string; durationMs: number; tags: string[] }[]>`
    SELECT id, duration_ms AS "durationMs", tags FROM content_item
    WHERE owner_id = ${actor.userId}::uuid AND status = 'ready' AND duration_ms > 0
    ORDER BY created_at, id FOR SHARE`;
  const { contentItemIds, tags } = choice;
  if (!contentItemIds && !tags) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const chosen = [...new Set(contentItemIds)].flatMap((id) => byId.get(id) ?? []);
  const tagged = rows.filter((row) => tags?.some((tag) => row.tags.includes(tag)));
  return [...new Set([...chosen, ...tagged])];
}
