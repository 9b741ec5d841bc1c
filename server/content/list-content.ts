import type { Actor } from "@/core/actor";
import type { Library, ListContentQuery } from "@/core/content/contract";
import { containsPattern, searchTitle } from "@/core/content/search-title";
import { asOfList, madeBefore } from "@/core/stable-page";
import { Prisma } from "@/generated/prisma/client";
import { groupMembers } from "../content-groups/group-members";
import { ownGroup } from "../content-groups/own-group";
import { db } from "../db";
import { type ContentWithPictures, contentView, WITH_PICTURES } from "./content-view";

/** Titles sort as people sort them, by Unicode's collation; `COLLATE` takes no parameter, so it stands here. */
const SORT_BY = {
  created_at: Prisma.sql`created_at`,
  title: Prisma.sql`title COLLATE "und-x-icu"`,
  duration: Prisma.sql`coalesce(duration_ms, 0)`,
  views: Prisma.sql`views`,
} as const satisfies Record<ListContentQuery["sort"], Prisma.Sql>;

const SCHEDULABLE = Prisma.sql`(status = 'ready' AND encoding_id IS NOT NULL)`;

/**
 * One page of the creator's library. Items that compare equal stand in the order of their ids. With `as_of`, as if nothing
 * had been added since, so that the pages of one list neither repeat nor leave out anything.
 * @throws resource.not_found when the group is not the actor's
 */
export async function listContent(actor: Actor, query: ListContentQuery): Promise<Library> {
  const group = query.group_id ? await ownGroup(actor, query.group_id) : null;
  const where = Prisma.join(
    [
      Prisma.sql`owner_id = ${actor.userId}::uuid`,
      Prisma.sql`status <> 'deleted'`,
      ...(query.as_of ? [Prisma.sql`created_at < ${madeBefore(query.as_of)}::timestamptz`] : []),
      ...(query.status ? [Prisma.sql`status = ${query.status}::content_status`] : []),
      ...(query.channel_id ? [Prisma.sql`channel_id = ${query.channel_id}::uuid`] : []),
      ...(query.type ? [Prisma.sql`type = ${query.type}::content_type`] : []),
      ...(query.tag ? [Prisma.sql`${query.tag} = ANY(tags)`] : []),
      ...(query.genre ? [Prisma.sql`${query.genre} = ANY(genres)`] : []),
      ...(query.language ? [Prisma.sql`language = ${query.language}`] : []),
      ...(query.series_id ? [Prisma.sql`series_id = ${query.series_id}::uuid`] : []),
      ...(query.schedulable === undefined ? [] : [Prisma.sql`${SCHEDULABLE} = ${query.schedulable}`]),
      ...(group ? [groupMembers(group, new Date()).where] : []),
      ...(query.q ? [Prisma.sql`search_title LIKE ${containsPattern(searchTitle(query.q))}`] : []),
    ],
    " AND ",
  );
  const direction = query.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const skip = (query.page - 1) * query.per_page;
  const [found] = await db.$queryRaw<{ total: number; newest: Date | null; ids: string[] }[]>`
    SELECT matching.total, matching.newest,
      ARRAY(SELECT id::text FROM content_item WHERE ${where}
        ORDER BY ${SORT_BY[query.sort]} ${direction}, id ${direction}
        LIMIT ${query.per_page} OFFSET ${skip}) AS ids
    FROM (SELECT count(*)::int AS total, max(created_at) AS newest FROM content_item WHERE ${where}) AS matching`;
  const rows = await rowsInOrder(found?.ids ?? []);
  const asOf = asOfList(query.as_of, found?.newest);
  return { items: rows.map(contentView), total: found?.total ?? 0, page: query.page, perPage: query.per_page, asOf };
}

/** Items by id, as `contentView` takes them, in the order of the ids. */
export async function rowsInOrder(ids: readonly string[]): Promise<ContentWithPictures[]> {
  if (ids.length === 0) return [];
  const rows = await db.contentItem.findMany({ where: { id: { in: [...ids] } }, include: WITH_PICTURES });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
