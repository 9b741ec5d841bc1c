import type { Actor } from "@/core/actor";
import type { ContentGroupList, ListGroupsQuery } from "@/core/content/group-contract";
import type { ContentGroup } from "@/generated/prisma/client";
import { db } from "../db";
import { groupView } from "./group-view";

/** One page of the creator's groups, by name. */
export async function listGroups(actor: Actor, query: ListGroupsQuery): Promise<ContentGroupList> {
  const { page, per_page, kind } = query;
  const where = { ownerId: actor.userId, ...(kind && { kind }) };
  const total = await db.contentGroup.count({ where });
  const names = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM content_group
    WHERE owner_id = ${actor.userId}::uuid AND (${kind ?? null}::text IS NULL OR kind::text = ${kind ?? null})
    ORDER BY name COLLATE "und-x-icu", id LIMIT ${per_page} OFFSET ${(page - 1) * per_page}`;
  const rows = await db.contentGroup.findMany({ where: { id: { in: names.map(({ id }) => id) } } });
  const byId = new Map<string, ContentGroup>(rows.map((row) => [row.id, row]));
  const items = await Promise.all(names.flatMap(({ id }) => byId.get(id) ?? []).map((row) => groupView(row)));
  return { items, total, page, perPage: per_page };
}
