import { coverOf, MINUTES_KEPT_MS, type Window } from "@/core/analytics/buckets";
import { countSessions, emptySketch, mergePacked } from "@/core/analytics/sketch";
import { Prisma } from "@/generated/prisma/client";
import { db } from "../db";

/** Quarters of an hour and minutes, as the column `minutes` names them. */
export const QUARTER = 15;
export const MINUTE = 1;

interface SketchRow {
  scopeId: string;
  atMs: number;
  sketch: Uint8Array;
}

function sketchesIn(scopeIds: readonly string[], minutes: number, { fromMs, toMs }: Window): Prisma.Sql {
  return Prisma.sql`SELECT scope_id::text AS "scopeId", (extract(epoch FROM bucket) * 1000)::float8 AS "atMs", sketch
    FROM audience_sketch WHERE scope_id = ANY(${scopeIds}::uuid[]) AND minutes = ${minutes}
      AND bucket >= ${new Date(fromMs)} AND bucket < ${new Date(toMs)}`;
}

/** How many sessions came to a creator or a channel in a window. */
export async function viewersIn(scopeId: string, window: Window, nowMs: number): Promise<number> {
  const { quarters, minutes } = coverOf(window, nowMs - MINUTES_KEPT_MS);
  const parts = [
    sketchesIn([scopeId], QUARTER, quarters),
    ...minutes.map((edge) => sketchesIn([scopeId], MINUTE, edge)),
  ];
  const rows = await db.$queryRaw<SketchRow[]>(Prisma.join(parts, " UNION ALL "));
  const union = emptySketch();
  for (const { sketch } of rows) mergePacked(union, sketch);
  return countSessions(union);
}

/** The same for several scopes, by id. Ends of the window are moved outwards to the quarter of an hour. */
export async function viewersByScope(scopeIds: readonly string[], window: Window): Promise<Map<string, number>> {
  const { quarters } = coverOf(window, Number.POSITIVE_INFINITY);
  const unions = new Map(scopeIds.map((id) => [id, emptySketch()]));
  for (const { scopeId, sketch } of await db.$queryRaw<SketchRow[]>(sketchesIn(scopeIds, QUARTER, quarters)))
    mergePacked(unions.get(scopeId)!, sketch);
  return new Map([...unions].map(([id, union]) => [id, countSessions(union)]));
}

/** How many sessions came between every edge and the next. Edges lie on minutes or on quarters of an hour. */
export async function viewersBetween(scopeId: string, edges: readonly number[], minutes: number): Promise<number[]> {
  const window = { fromMs: edges[0]!, toMs: edges.at(-1)! };
  const rows = await db.$queryRaw<SketchRow[]>`${sketchesIn([scopeId], minutes, window)} ORDER BY bucket`;
  const counts: number[] = [];
  let next = 0;
  for (const edge of edges.slice(1)) {
    const union = emptySketch();
    const first = next;
    for (; next < rows.length && rows[next]!.atMs < edge; next++) mergePacked(union, rows[next]!.sketch);
    counts.push(next > first ? countSessions(union) : 0);
  }
  return counts;
}
