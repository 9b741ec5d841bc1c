import type { PoolClient } from "pg";
import type { Cell, Folded, SketchCell } from "@/core/analytics/fold-batch";
import { mergePacked, packSketch } from "@/core/analytics/sketch";

/**
 * Writes what a batch changes into all tables, inside the transaction of the caller. Rows are written in the order of
 * their keys, so that two writers never wait for each other in a circle.
 */
export async function writeFolded(client: PoolClient, folded: Folded): Promise<void> {
  await writeBeacons(client, folded);
  await writeCells(client, "audience_minute", folded.minutes);
  await writeCells(client, "audience_quarter", folded.quarters);
  await writeSketches(client, folded.sketches);
  await writePositions(client, folded);
  await writeViews(client, folded.viewsOfItems);
  await writeDrops(client, folded);
}

/** One array per column, as `unnest` wants them. */
function columns<Row>(rows: readonly Row[], ...fields: ((row: Row) => unknown)[]): unknown[][] {
  return fields.map((field) => rows.map(field));
}

async function writeBeacons(client: PoolClient, { fresh }: Folded): Promise<void> {
  if (fresh.length === 0) return;
  await client.query(
    `INSERT INTO session_beacon (session_id, at_ms, kind, nonce, owner_id, channel_id, content_item_id, position_ms)
      SELECT * FROM unnest($1::text[], $2::bigint[], $3::smallint[], $4::int[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[])`,
    columns(
      fresh,
      ({ sessionId }) => sessionId,
      ({ atMs }) => atMs,
      ({ kind }) => kind,
      ({ nonce }) => nonce,
      ({ ownerId }) => ownerId,
      ({ channelId }) => channelId,
      ({ contentItemId }) => contentItemId,
      ({ positionMs }) => positionMs,
    ),
  );
}

async function writeCells(client: PoolClient, table: "audience_minute" | "audience_quarter", cells: readonly Cell[]) {
  if (cells.length === 0) return;
  await client.query(
    `INSERT INTO ${table} AS had (owner_id, bucket, channel_id, content_item_id, views, impressions, watch_ms)
      SELECT owner_id, to_timestamp(bucket_ms / 1000), channel_id, content_item_id, views, impressions, watch_ms
      FROM unnest($1::uuid[], $2::float8[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::bigint[])
        AS more (owner_id, bucket_ms, channel_id, content_item_id, views, impressions, watch_ms)
      ORDER BY 1, 2, 3, 4
      ON CONFLICT (owner_id, bucket, channel_id, content_item_id) DO UPDATE SET views = had.views + excluded.views,
        impressions = had.impressions + excluded.impressions, watch_ms = had.watch_ms + excluded.watch_ms`,
    columns(
      cells,
      ({ ownerId }) => ownerId,
      ({ bucketMs }) => bucketMs,
      ({ channelId }) => channelId,
      ({ contentItemId }) => contentItemId,
      ({ views }) => views,
      ({ impressions }) => impressions,
      ({ watchMs }) => watchMs,
    ),
  );
}

const SKETCH_KEYS = "unnest($1::uuid[], $2::smallint[], $3::float8[])";

async function writeSketches(client: PoolClient, cells: readonly SketchCell[]): Promise<void> {
  if (cells.length === 0) return;
  const keys = columns(
    cells,
    ({ scopeId }) => scopeId,
    ({ minutes }) => minutes,
    ({ bucketMs }) => bucketMs,
  );
  const { rows } = await client.query<{ place: number; sketch: Buffer }>(
    `SELECT asked.place::int AS place, had.sketch
      FROM ${SKETCH_KEYS} WITH ORDINALITY AS asked (scope_id, minutes, bucket_ms, place)
      JOIN audience_sketch AS had ON had.scope_id = asked.scope_id AND had.minutes = asked.minutes
        AND had.bucket = to_timestamp(asked.bucket_ms / 1000)`,
    keys,
  );
  for (const { place, sketch } of rows) mergePacked(cells[place - 1]!.sketch, sketch);
  await client.query(
    `INSERT INTO audience_sketch (scope_id, minutes, bucket, sketch)
      SELECT scope_id, minutes, to_timestamp(bucket_ms / 1000), decode(sketch, 'base64')
      FROM unnest($1::uuid[], $2::smallint[], $3::float8[], $4::text[]) AS more (scope_id, minutes, bucket_ms, sketch)
      ORDER BY 1, 2, 3
      ON CONFLICT (scope_id, minutes, bucket) DO UPDATE SET sketch = excluded.sketch`,
    [...keys, cells.map(({ sketch }) => Buffer.from(packSketch(sketch)).toString("base64"))],
  );
}

async function writePositions(client: PoolClient, { positions }: Folded): Promise<void> {
  if (positions.length === 0) return;
  await client.query(
    `INSERT INTO audience_position AS had (content_item_id, day, stretch, watch_ms)
      SELECT content_item_id, (to_timestamp(day_ms / 1000) AT TIME ZONE 'UTC')::date, stretch, watch_ms
      FROM unnest($1::uuid[], $2::float8[], $3::int[], $4::bigint[]) AS more (content_item_id, day_ms, stretch, watch_ms)
      ORDER BY 1, 2, 3
      ON CONFLICT (content_item_id, day, stretch) DO UPDATE SET watch_ms = had.watch_ms + excluded.watch_ms`,
    columns(
      positions,
      ({ contentItemId }) => contentItemId,
      ({ dayMs }) => dayMs,
      ({ stretch }) => stretch,
      ({ watchMs }) => watchMs,
    ),
  );
}

async function writeViews(client: PoolClient, views: ReadonlyMap<string, number>): Promise<void> {
  if (views.size === 0) return;
  const rows = [...views].sort(([a], [b]) => (a < b ? -1 : 1));
  await client.query(
    `UPDATE content_item SET views = views + more.count
      FROM unnest($1::uuid[], $2::int[]) AS more (id, count) WHERE content_item.id = more.id`,
    columns(
      rows,
      ([id]) => id,
      ([, count]) => count,
    ),
  );
}

async function writeDrops(client: PoolClient, { drops }: Folded): Promise<void> {
  if (drops.length === 0) return;
  await client.query(
    `INSERT INTO dropped_beacon AS had (owner_id, bucket, reason, count)
      SELECT owner_id, to_timestamp(bucket_ms / 1000), reason, count
      FROM unnest($1::uuid[], $2::float8[], $3::text[], $4::int[]) AS more (owner_id, bucket_ms, reason, count)
      ORDER BY 1, 2, 3
      ON CONFLICT (owner_id, bucket, reason) DO UPDATE SET count = had.count + excluded.count`,
    columns(
      drops,
      ({ ownerId }) => ownerId,
      ({ bucketMs }) => bucketMs,
      ({ reason }) => reason,
      ({ count }) => count,
    ),
  );
}
