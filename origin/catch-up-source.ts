import type { Airing } from "@/core/playout/airing";
import { tableIdOf } from "@/core/playout/airing";
import type { SegmentTable } from "@/core/playout/segment-table";
import { pool } from "@/server/db";
import { AIRING_COLUMNS, type AiringRow, airingOf } from "@/server/playout/airing-rows";
import { segmentTables } from "@/server/playout/segment-tables";

/** What decides whether the past of a channel can be watched. */
export interface CatchUpChannel {
  id: string;
  published: boolean;
  /** When the current status takes or took effect. */
  changesAtMs: number;
  catchUpHours: number;
}

/** Airings with the tables that are needed to list them. */
export interface Line {
  airings: Airing[];
  tables: ReadonlyMap<string, SegmentTable>;
  /** Encodings of items that a moderator has blocked since: nobody watches them again. */
  blocked: ReadonlySet<string>;
}

/** Where catch-up comes from: the database, in the product. */
export interface CatchUpSource {
  channel(idOrSlug: string): Promise<CatchUpChannel | null>;
  /** Airings that reach into a stretch of time, oldest first. */
  line(channelId: string, from: Date, until: Date): Promise<Line>;
  /** Airings of the programme to which a block belongs, and whether another one follows; none for what never aired. */
  programme(channelId: string, blockId: string): Promise<Line & { isFollowed: boolean }>;
}

/** A database that does not answer within this time counts as away. */
const QUERY_TIMEOUT_MS = 3_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const CHANNEL = `SELECT id, status, status_changes_at, catch_up_hours FROM channel WHERE slug = $1 OR id = $2::uuid
  ORDER BY slug = $1 DESC LIMIT 1`;

const LINE = `SELECT ${AIRING_COLUMNS} FROM airing WHERE channel_id = $1::uuid AND ends_at > $2 AND starts_at < $3
  ORDER BY media_sequence`;

/** A block airs when it is scheduled, and no programme with its breaks is longer than a day. */
const PROGRAMME = `WITH around AS (
    SELECT starts_at - interval '1 day' AS since, ends_at + interval '1 day' AS until FROM block
    WHERE id = $2::uuid AND channel_id = $1::uuid
  ), head AS (
    SELECT airing.programme ->> 'headBlockId' AS id FROM airing, around
    WHERE channel_id = $1::uuid AND block_id = $2::uuid AND ends_at > since AND starts_at < until LIMIT 1
  )
  SELECT ${AIRING_COLUMNS}, EXISTS (SELECT 1 FROM airing AS next WHERE next.channel_id = $1::uuid
      AND next.media_sequence = airing.media_sequence + airing.segment_count) AS is_followed
  FROM airing, around
  WHERE channel_id = $1::uuid AND ends_at > since AND starts_at < until
    AND programme ->> 'headBlockId' = (SELECT id FROM head)
  ORDER BY media_sequence`;

/** Runs an indexed statement on a raw connection, as all hot reads do. */
async function query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const statement = { text, values, query_timeout: QUERY_TIMEOUT_MS };
  return (await pool().query<Row>(statement)).rows;
}

const BLOCKED = `SELECT encoding.id FROM encoding JOIN content_item ON content_item.id = encoding.content_item_id
  WHERE encoding.id = ANY($1::uuid[]) AND content_item.blocked_at IS NOT NULL`;

async function withTables(airings: Airing[]): Promise<Line> {
  const encodingIds = [...new Set(airings.flatMap(({ encodingId }) => encodingId ?? []))];
  const [tables, blocked] = await Promise.all([
    segmentTables(query, airings.map(tableIdOf)),
    query<{ id: string }>(BLOCKED, [encodingIds]),
  ]);
  return { airings, tables, blocked: new Set(blocked.map(({ id }) => id)) };
}

export const databaseCatchUp: CatchUpSource = {
  async channel(idOrSlug) {
    const values = [idOrSlug, UUID.test(idOrSlug) ? idOrSlug : null];
    const [row] = await query<{ id: string; status: string; status_changes_at: Date; catch_up_hours: number }>(
      CHANNEL,
      values,
    );
    if (!row) return null;
    return {
      id: row.id,
      published: row.status === "published",
      changesAtMs: row.status_changes_at.getTime(),
      catchUpHours: row.catch_up_hours,
    };
  },

  async line(channelId, from, until) {
    return withTables((await query<AiringRow>(LINE, [channelId, from, until])).map(airingOf));
  },

  async programme(channelId, blockId) {
    const rows = await query<AiringRow & { is_followed: boolean }>(PROGRAMME, [channelId, blockId]);
    return { ...(await withTables(rows.map(airingOf))), isFollowed: rows.at(-1)?.is_followed ?? false };
  },
};
