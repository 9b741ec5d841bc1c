import { coverOf, MINUTES_KEPT_MS, type Window } from "@/core/analytics/buckets";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

export interface Sums {
  views: number;
  impressions: number;
  watchMs: number;
}

interface Span {
  ownerId: string;
  window: Window;
  channelId?: string;
  nowMs: number;
}

const SUMS = Prisma.sql`sum(views)::int AS views, sum(impressions)::int AS impressions,
  sum(watch_ms)::float8 AS "watchMs"`;

/** Rows of both tables that a window is made of: quarters of an hour, and minutes at its ends. */
function rowsIn({ ownerId, window, channelId, nowMs }: Span): Prisma.Sql {
  const { quarters, minutes } = coverOf(window, nowMs - MINUTES_KEPT_MS);
  const of = channelId ? Prisma.sql`AND channel_id = ${channelId}::uuid` : Prisma.empty;
  const part = (table: Prisma.Sql, { fromMs, toMs }: Window) => Prisma.sql`
    SELECT bucket, channel_id, content_item_id, views, impressions, watch_ms FROM ${table}
    WHERE owner_id = ${ownerId}::uuid AND bucket >= ${new Date(fromMs)} AND bucket < ${new Date(toMs)} ${of}`;
  return Prisma.join(
    [part(Prisma.sql`audience_quarter`, quarters), ...minutes.map((edge) => part(Prisma.sql`audience_minute`, edge))],
    " UNION ALL ",
  );
}

/** What happened in a window, by channel; the nil id stands for none. */
export function sumsByChannel(span: Span): Promise<(Sums & { id: string })[]> {
  return db.$queryRaw`SELECT channel_id::text AS id, ${SUMS} FROM (${rowsIn(span)}) AS part GROUP BY channel_id`;
}

/** What happened in a window, by item; the nil id stands for none. */
export function sumsByItem(span: Span): Promise<(Sums & { id: string })[]> {
  return db.$queryRaw`SELECT content_item_id::text AS id, ${SUMS} FROM (${rowsIn(span)}) AS part
    GROUP BY content_item_id`;
}

/** What happened in a window, by minute or by quarter of an hour, in order. */
export function sumsByBucket(span: Span, table: "audience_minute" | "audience_quarter") {
  const { ownerId, window, channelId } = span;
  return db.$queryRaw<(Sums & { atMs: number })[]>`
    SELECT (extract(epoch FROM bucket) * 1000)::float8 AS "atMs", ${SUMS}
    FROM ${Prisma.raw(table)}
    WHERE owner_id = ${ownerId}::uuid AND bucket >= ${new Date(window.fromMs)} AND bucket < ${new Date(window.toMs)}
      ${channelId ? Prisma.sql`AND channel_id = ${channelId}::uuid` : Prisma.empty}
    GROUP BY bucket ORDER BY bucket`;
}

export function total(rows: readonly Sums[]): Sums {
  const sum = { views: 0, impressions: 0, watchMs: 0 };
  for (const row of rows) {
    sum.views += row.views;
    sum.impressions += row.impressions;
    sum.watchMs += row.watchMs;
  }
  return sum;
}
