import type { Actor } from "@/core/actor";
import { windowFrom } from "@/core/analytics/buckets";
import type { Retention, RetentionQuery } from "@/core/analytics/contract";
import { retentionPoints } from "@/core/analytics/position";
import { Prisma } from "@/generated/prisma/client";
import { ownContent } from "../content/own-content";
import { db } from "../db";

const EARLIEST = "1970-01-01T00:00:00.000Z";
const LATEST = "9999-01-01T00:00:00.000Z";

/**
 * The retention curve of an item: how long each stretch of it was watched.
 * @throws request.invalid, resource.not_found
 */
export async function retentionOf(actor: Actor, query: RetentionQuery): Promise<Retention> {
  const { contentItemId, from = EARLIEST, to = LATEST } = query;
  const { fromMs, toMs } = windowFrom({ from, to });
  const { durationMs } = await ownContent(actor, contentItemId);
  const rows = await db.$queryRaw<{ stretch: number; watchMs: number }[]>(Prisma.sql`
    SELECT stretch, sum(watch_ms)::float8 AS "watchMs" FROM audience_position
    WHERE content_item_id = ${contentItemId}::uuid
      AND day >= (${new Date(fromMs)} AT TIME ZONE 'UTC')::date AND day < (${new Date(toMs)} AT TIME ZONE 'UTC')
    GROUP BY stretch`);
  const points = retentionPoints(new Map(rows.map(({ stretch, watchMs }) => [stretch, watchMs])), durationMs ?? 0);
  return { contentItemId, durationSeconds: (durationMs ?? 0) / 1000, points };
}
