import { type Airing, tableIdOf } from "@/core/playout/airing";
import type { SegmentTable } from "@/core/playout/segment-table";
import { pool } from "@/server/db";
import { AIRINGS_SINCE, type AiringRow, airingOf } from "@/server/playout/airing-rows";
import { commitAiringsOf } from "@/server/playout/commit-airings";
import { segmentTables } from "@/server/playout/segment-tables";

/** What decides whether a channel is on air. */
export interface ChannelStatus {
  id: string;
  published: boolean;
  /** When the current status takes or took effect. */
  changesAtMs: number;
  /** Tells one time on air from the next. */
  publishedAtMs: number | null;
}

/** Where playlists come from: the database, in the product. */
export interface ChannelSource {
  status(idOrSlug: string): Promise<ChannelStatus | null>;
  /** Airings that end after an instant, oldest first. */
  airings(channelId: string, since: Date): Promise<Airing[]>;
  tables(airings: readonly Airing[]): Promise<ReadonlyMap<string, SegmentTable>>;
  /** Decides what comes next, if nobody has. */
  commit(channelId: string, now: Date): Promise<unknown>;
}

/** A database that does not answer within this time counts as away. */
const QUERY_TIMEOUT_MS = 3_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const STATUS = `SELECT id, status, status_changes_at, published_at FROM channel WHERE slug = $1 OR id = $2::uuid
  ORDER BY slug = $1 DESC LIMIT 1`;

interface StatusRow {
  id: string;
  status: string;
  status_changes_at: Date;
  published_at: Date | null;
}

/** Runs an indexed statement on a raw connection: these are the hot reads, and Prisma costs four times the CPU. */
async function query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const statement = { text, values, query_timeout: QUERY_TIMEOUT_MS };
  return (await pool().query<Row>(statement)).rows;
}

export const databaseSource: ChannelSource = {
  async status(idOrSlug) {
    const [row] = await query<StatusRow>(STATUS, [idOrSlug, UUID.test(idOrSlug) ? idOrSlug : null]);
    if (!row) return null;
    return {
      id: row.id,
      published: row.status === "published",
      changesAtMs: row.status_changes_at.getTime(),
      publishedAtMs: row.published_at?.getTime() ?? null,
    };
  },

  async airings(channelId, since) {
    return (await query<AiringRow>(AIRINGS_SINCE, [channelId, since])).map(airingOf);
  },

  tables: (airings) => segmentTables(query, airings.map(tableIdOf)),

  commit: commitAiringsOf,
};
