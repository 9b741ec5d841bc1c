import type { Actor } from "@/core/actor";
import type { ContentGroupList, ListGroupsQuery } from "@/core/content/group-contract";
import { asOfList, madeBefore } from "@/core/stable-page";
import type { ContentGroup } from "@/generated/prisma/client";
import { db } from "../db";
import { groupView } from "./group-view";

/** One page of the creator's groups, by name. */
export async function listGroups(actor: Actor, query: ListGroupsQuery): Promise<ContentGroupList> {
  const { page, per_page, kind, as_of } = query;
  const until = madeBefore(as_of);
  const where = { ownerId: actor.userId, ...(kind && { kind }), createdAt: { lt: until } };
  const all = await db.contentGroup.aggregate({ where, _count: true, _max: { createdAt: true } });
  const names = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM content_group
    WHERE owner_id = ${actor.userId}::uuid AND (${kind ?? null}::text IS NULL OR kind::text = ${kind ?? null})
      AND created_at < coalesce(${until ?? null}::timestamptz, 'infinity')
    ORDER BY name COLLATE "und-x-icu", id LIMIT ${per_page} OFFSET ${(page - 1) * per_page}`;
  const rows = await db.contentGroup.findMany({ where: { id: { in: names.map(({ id }) => id) } } });
  const byId = new Map<string, ContentGroup>(rows.map((row) => [row.id, row]));
  const items = await Promise.all(names.flatMap(({ id }) => byId.get(id) ?? []).map((row) => groupView(row)));
  return { items, total: all._count, page, perPage: per_page, asOf: asOfList(as_of, all._max.createdAt) };
}
