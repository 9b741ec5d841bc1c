import { v7 as uuidv7 } from "uuid";
import type { Airing, Programme } from "@/core/playout/airing";
import type { Tx } from "../db";

/** Raw statements, because airings are timed in microseconds and a `Date` has milliseconds. */
export const AIRING_COLUMNS = `kind::text AS kind, content_item_id::text AS content_item_id, encoding_id::text AS encoding_id,
  block_id::text AS block_id, caption_id::text AS caption_id, programme,
  (extract(epoch FROM starts_at) * 1000000)::bigint AS starts_at_us,
  (extract(epoch FROM ends_at) * 1000000)::bigint AS ends_at_us, first_segment, segment_count, media_sequence,
  discontinuity_sequence`;

/** Newest airings of channel $1, at most $2, newest first. */
export const NEWEST_AIRINGS = `SELECT ${AIRING_COLUMNS} FROM airing WHERE channel_id = $1::uuid
  ORDER BY media_sequence DESC LIMIT $2`;

/** As `NEWEST_AIRINGS`, of those that begin before the instant $3 (a `Date`). */
export const NEWEST_BEFORE = `SELECT ${AIRING_COLUMNS} FROM airing WHERE channel_id = $1::uuid AND starts_at < $3
  ORDER BY media_sequence DESC LIMIT $2`;

/** Airings of channel $1 that reach into the stretch from $2 to $3 (`Date`s), oldest first. */
export const AIRINGS_BETWEEN = `SELECT ${AIRING_COLUMNS} FROM airing WHERE channel_id = $1::uuid AND ends_at > $2
  AND starts_at < $3 ORDER BY media_sequence`;

/** The first airing of channel $1 that ends after the instant $2 (a `Date`). */
export const FIRST_AIRING_SINCE = `SELECT ${AIRING_COLUMNS} FROM airing WHERE channel_id = $1::uuid AND ends_at > $2
  ORDER BY ends_at LIMIT 1`;

export interface AiringRow {
  kind: Airing["kind"];
  content_item_id: string | null;
  encoding_id: string | null;
  block_id: string | null;
  caption_id: string | null;
  programme: Programme | null;
  starts_at_us: bigint | string;
  ends_at_us: bigint | string;
  first_segment: number;
  segment_count: number;
  media_sequence: bigint | string;
  discontinuity_sequence: bigint | string;
}

export function airingOf(row: AiringRow): Airing {
  return {
    kind: row.kind,
    contentItemId: row.content_item_id,
    encodingId: row.encoding_id,
    blockId: row.block_id,
    captionId: row.caption_id,
    programme: row.programme,
    startsAtUs: Number(row.starts_at_us),
    endsAtUs: Number(row.ends_at_us),
    firstSegment: row.first_segment,
    segmentCount: row.segment_count,
    mediaSequence: Number(row.media_sequence),
    discontinuitySequence: Number(row.discontinuity_sequence),
  };
}

/** The newest airings of a channel, oldest first. */
export async function newestAirings(tx: Tx, channelId: string, count: number): Promise<Airing[]> {
  const rows = await tx.$queryRawUnsafe<AiringRow[]>(NEWEST_AIRINGS, channelId, count);
  return rows.map(airingOf).reverse();
}

/** Appends airings; one that exists already (the newest) grows at its end, and nothing else of it can change. */
export async function writeAirings(tx: Tx, channelId: string, airings: readonly Airing[]): Promise<void> {
  if (airings.length === 0) return;
  const rows = airings.map((airing) => ({ id: uuidv7(), ...airing }));
  await tx.$executeRaw`
    INSERT INTO airing (id, channel_id, kind, content_item_id, encoding_id, block_id, caption_id, programme,
      starts_at, ends_at, first_segment, segment_count, media_sequence, discontinuity_sequence)
    SELECT id, ${channelId}::uuid, kind::airing_kind, "contentItemId", "encodingId", "blockId", "captionId", programme,
      timestamptz 'epoch' + "startsAtUs" * interval '1 microsecond',
      timestamptz 'epoch' + "endsAtUs" * interval '1 microsecond',
      "firstSegment", "segmentCount", "mediaSequence", "discontinuitySequence"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new (id uuid, kind text, "contentItemId" uuid,
      "encodingId" uuid, "blockId" uuid, "captionId" uuid, programme jsonb, "startsAtUs" bigint, "endsAtUs" bigint,
      "firstSegment" int, "segmentCount" int, "mediaSequence" bigint, "discontinuitySequence" bigint)
    ON CONFLICT (channel_id, media_sequence) DO UPDATE
      SET ends_at = excluded.ends_at, segment_count = excluded.segment_count
      WHERE excluded.segment_count > airing.segment_count`;
}
