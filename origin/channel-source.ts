import type { Airing } from "@/core/playout/airing";
import { tableIdOf } from "@/core/playout/airing";
import type { SegmentTable } from "@/core/playout/segment-table";
import { pool } from "@/server/db";
import { AIRING_COLUMNS, type AiringRow, airingOf } from "@/server/playout/airing-rows";
import { commitAiringsOf } from "@/server/playout/commit-airings";
import {
  ENCODING_COLUMNS,
  type EncodingRow,
  keepTable,
  lastKeptIds,
  segmentTables,
} from "@/server/playout/segment-tables";

/** What decides whether a channel is on air. */
export interface ChannelStatus {
  id: string;
  published: boolean;
  /** When the current status takes or took effect. */
  changesAtMs: number;
  /** Tells one time on air from the next. */
  publishedAtMs: number | null;
}

/** A channel and a stretch of its airings, as they were at one instant. */
export interface ChannelRead {
  status: ChannelStatus;
  /** Airings that reach into the stretch, oldest first. */
  airings: Airing[];
}

/** Where playlists come from: the database, in the product. */
export interface ChannelSource {
  /** Null when there is no such channel. `patient` where nobody has anything else to answer with. */
  read(idOrSlug: string, from: Date, until: Date, patient: boolean): Promise<ChannelRead | null>;
  tables(airings: readonly Airing[]): Promise<ReadonlyMap<string, SegmentTable>>;
  /** Decides what comes next, if nobody has. */
  commit(channelId: string, now: Date): Promise<unknown>;
}

/** A database that does not answer within this time counts as away. */
const QUERY_TIMEOUT_MS = 3_000;
/** Players wait for so long rather than take an error. */
const PATIENT_TIMEOUT_MS = 8_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Everything that a playlist needs, in one indexed read: the channel, its airings between $3 and $4, and the segment
 * tables of those, but for the ones that are known ($5).
 */
const READ = `WITH asked AS (
    SELECT id, status, status_changes_at, published_at FROM channel WHERE slug = $1 OR id = $2::uuid
    ORDER BY slug = $1 DESC LIMIT 1
  ), line AS (
    SELECT ${AIRING_COLUMNS} FROM airing
    WHERE channel_id = (SELECT id FROM asked) AND ends_at > $3 AND starts_at < $4
  )
  SELECT *, (SELECT json_agg(line ORDER BY media_sequence) FROM line) AS airings,
    (SELECT json_agg(tables) FROM (SELECT ${ENCODING_COLUMNS} FROM encoding
      WHERE id IN (SELECT encoding_id::uuid FROM line) AND id <> ALL($5::uuid[])) AS tables) AS tables
  FROM asked`;

interface ReadRow {
  id: string;
  status: string;
  status_changes_at: Date;
  published_at: Date | null;
  airings: AiringRow[] | null;
  tables: EncodingRow[] | null;
}

/** Runs an indexed statement on a raw connection: these are the hot reads, and Prisma costs four times the CPU. */
async function query<Row extends object>(
  text: string,
  values: unknown[],
  timeoutMs = QUERY_TIMEOUT_MS,
): Promise<Row[]> {
  const statement = { text, values, query_timeout: timeoutMs };
  return (await pool().query<Row>(statement)).rows;
}

export const databaseSource: ChannelSource = {
  async read(idOrSlug, from, until, patient) {
    const id = UUID.test(idOrSlug) ? idOrSlug : null;
    const timeoutMs = patient ? PATIENT_TIMEOUT_MS : QUERY_TIMEOUT_MS;
    const [row] = await query<ReadRow>(READ, [idOrSlug, id, from, until, lastKeptIds()], timeoutMs);
    if (!row) return null;
    for (const encoding of row.tables ?? []) keepTable(encoding);
    return {
      status: {
        id: row.id,
        published: row.status === "published",
        changesAtMs: row.status_changes_at.getTime(),
        publishedAtMs: row.published_at?.getTime() ?? null,
      },
      airings: (row.airings ?? []).map(airingOf),
    };
  },

  tables: (airings) => segmentTables((text, values) => query(text, values, PATIENT_TIMEOUT_MS), airings.map(tableIdOf)),

  commit: commitAiringsOf,
};
