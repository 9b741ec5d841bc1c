import { type GROUP_ORDERS, GroupRules } from "@/core/content/group-rules";
import { Prisma } from "@/generated/prisma/client";
import { rulesWhere } from "./rules-where";

/** The part of a group's row that says which items belong to it. */
export interface GroupMembership {
  id: string;
  ownerId: string;
  kind: "static" | "dynamic";
  rules: unknown;
}

const ORDER_BY = {
  oldest: Prisma.sql`content_item.created_at, content_item.id`,
  newest: Prisma.sql`content_item.created_at DESC, content_item.id DESC`,
  title: Prisma.sql`content_item.title COLLATE "und-x-icu", content_item.id`,
  episode: Prisma.sql`content_item.series_id, content_item.season_number, content_item.episode_number, content_item.created_at, content_item.id`,
} as const satisfies Record<(typeof GROUP_ORDERS)[number], Prisma.Sql>;

/**
 * The items of a group as parts of a query that selects from `content_item`: which of them (`where`), and how they
 * stand in it (`orderBy`). Deleted items belong to no group.
 */
export function groupMembers(group: GroupMembership, now: Date): { where: Prisma.Sql; orderBy: Prisma.Sql } {
  const kept = Prisma.sql`content_item.owner_id = ${group.ownerId}::uuid AND content_item.status <> 'deleted'`;
  if (group.kind === "static") {
    const place = Prisma.sql`SELECT position FROM content_group_item AS member
      WHERE member.group_id = ${group.id}::uuid AND member.content_item_id = content_item.id`;
    return {
      where: Prisma.sql`${kept} AND content_item.id IN
        (SELECT content_item_id FROM content_group_item WHERE group_id = ${group.id}::uuid)`,
      orderBy: Prisma.sql`(${place}), content_item.id`,
    };
  }
  const rules = GroupRules.safeParse(group.rules);
  // Rules of a later version that this one cannot read: the group is empty until it can.
  if (!rules.success) return { where: Prisma.sql`false`, orderBy: ORDER_BY.oldest };
  return { where: Prisma.sql`${kept} AND ${rulesWhere(rules.data, now)}`, orderBy: ORDER_BY[rules.data.order] };
}
