import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/** A line of the as-run log as the database has it: an airing, or a block without one. Times in milliseconds. */
export interface AsRunRow {
  missed: boolean;
  kind: "content" | "filler" | "slate";
  startsAtMs: number;
  endsAtMs: number;
  contentItemId: string | null;
  title: string | null;
  blockId: string | null;
  blockKind: "content" | "filler" | "ad_break" | null;
  blockStartsAtMs: number | null;
  blockEndsAtMs: number | null;
  firstStartsAtMs: number | null;
  lastEndsAtMs: number | null;
  channelWasOnAir: boolean;
  itemStatus: string | null;
  deletedAtMs: number | null;
  rightsFromMs: number | null;
  rightsUntilMs: number | null;
}

export interface AsRunSpan {
  channelId: string;
  from: Date;
  to: Date;
  now: Date;
}

/**
 * Which airings and which missed blocks belong to a stretch of time. An airing of a block ends at the block's end or
 * within half a segment of it, so that the look-up is a short range of an index.
 */
function lines({ channelId, from, to, now }: AsRunSpan): Prisma.Sql {
  const before = to < now ? to : now;
  return Prisma.sql`
    SELECT false AS missed, kind::text AS kind, starts_at, ends_at, content_item_id, block_id, programme
    FROM airing WHERE channel_id = ${channelId}::uuid AND ends_at > ${from} AND starts_at < ${before}
    UNION ALL
    SELECT true, CASE WHEN kind = 'ad_break' THEN 'slate' ELSE kind::text END, starts_at, ends_at, content_item_id, id,
      NULL
    FROM block WHERE channel_id = ${channelId}::uuid AND starts_at >= ${from} AND starts_at < ${to}
      AND ends_at <= ${now} AND NOT EXISTS (SELECT 1 FROM airing WHERE airing.channel_id = block.channel_id
        AND airing.block_id = block.id AND airing.ends_at > block.starts_at
        AND airing.ends_at <= block.ends_at + interval '10 seconds')`;
}

const MS = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::float8`;

/** Lines of the log in order of time. */
export function asRunRows(span: AsRunSpan, page: { skip: number; take: number }): Promise<AsRunRow[]> {
  return db.$queryRaw<AsRunRow[]>`
    WITH line AS MATERIALIZED (
      SELECT * FROM (${lines(span)}) AS lines ORDER BY starts_at, missed, ends_at LIMIT ${page.take} OFFSET ${page.skip}
    )
    SELECT line.missed, line.kind, ${MS(Prisma.sql`line.starts_at`)} AS "startsAtMs",
      ${MS(Prisma.sql`line.ends_at`)} AS "endsAtMs", line.content_item_id AS "contentItemId",
      coalesce(line.programme->>'title', item.title) AS title, line.block_id AS "blockId",
      coalesce(block.kind::text, line.programme->>'kind') AS "blockKind",
      ${MS(Prisma.sql`block.starts_at`)} AS "blockStartsAtMs", ${MS(Prisma.sql`block.ends_at`)} AS "blockEndsAtMs",
      ${MS(Prisma.sql`whole.first`)} AS "firstStartsAtMs", ${MS(Prisma.sql`whole.last`)} AS "lastEndsAtMs",
      line.missed AND EXISTS (SELECT 1 FROM airing WHERE channel_id = ${span.channelId}::uuid
        AND ends_at > line.starts_at AND ends_at <= line.ends_at + interval '1 day' AND starts_at < line.ends_at)
        AS "channelWasOnAir",
      item.status::text AS "itemStatus", ${MS(Prisma.sql`item.deleted_at`)} AS "deletedAtMs",
      ${MS(Prisma.sql`item.rights_from`)} AS "rightsFromMs", ${MS(Prisma.sql`item.rights_until`)} AS "rightsUntilMs"
    FROM line
    LEFT JOIN block ON block.id = line.block_id
    LEFT JOIN content_item item ON item.id = line.content_item_id
    LEFT JOIN LATERAL (
      SELECT min(starts_at) AS first, max(ends_at) AS last FROM airing
      WHERE NOT line.missed AND channel_id = ${span.channelId}::uuid AND block_id = block.id
        AND ends_at > block.starts_at AND ends_at <= block.ends_at + interval '10 seconds'
    ) AS whole ON true
    ORDER BY line.starts_at, line.missed, line.ends_at`;
}

export interface AsRunCounts {
  total: number;
  missed: number;
  contentSeconds: number;
  fillerSeconds: number;
  slateSeconds: number;
}

/** Of the whole stretch; what lies outside of it, or ahead of now, does not count. */
export async function asRunCounts(span: AsRunSpan): Promise<AsRunCounts> {
  const before = new Date(Math.min(span.to.getTime(), span.now.getTime()));
  const seconds = (kind: string) => Prisma.sql`
    coalesce(sum(extract(epoch FROM least(ends_at, ${before}) - greatest(starts_at, ${span.from})))
      FILTER (WHERE NOT missed AND kind = ${kind}), 0)::float8`;
  const [counts] = await db.$queryRaw<AsRunCounts[]>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE missed))::int AS missed,
      ${seconds("content")} AS "contentSeconds", ${seconds("filler")} AS "fillerSeconds",
      ${seconds("slate")} AS "slateSeconds"
    FROM (${lines(span)}) AS lines`;
  return counts ?? { total: 0, missed: 0, contentSeconds: 0, fillerSeconds: 0, slateSeconds: 0 };
}
