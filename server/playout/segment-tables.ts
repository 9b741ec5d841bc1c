import { SLATE_ID } from "@/core/playout/airing";
import { ExternalSegments } from "@/core/playout/external-segments";
import { RUNGS, type SegmentTable } from "@/core/playout/segment-table";
import { env } from "../env";
import { encodingPrefix } from "../storage/keys";
import { slateTable } from "./slate-table";

/** Tables are kept up to this many segments in all: about 16 MB. Immutable, so they never go stale. */
const KEPT_SEGMENTS = 1_000_000;

const NAMED_IDS = 64;

const kept = new Map<string, SegmentTable>();
let keptSegments = 0;

/** A row of `encoding`, as `ENCODING_COLUMNS` reads it. */
export interface EncodingRow {
  id: string;
  content_item_id: string;
  video_timescale: number;
  video_segment_ticks: number[];
  audio_timescale: number;
  audio_segment_ticks: number[];
  renditions: string[];
  external: unknown;
}

export const ENCODING_COLUMNS = `id, content_item_id, video_timescale, video_segment_ticks, audio_timescale,
  audio_segment_ticks, external, ARRAY(SELECT name FROM rendition WHERE encoding_id = encoding.id) AS renditions`;

const ENCODINGS = `SELECT ${ENCODING_COLUMNS} FROM encoding WHERE id = ANY($1::uuid[])`;

/** Runs a statement: on the pool, or inside the transaction of the caller. */
export type Query = <Row extends object>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/**
 * Segment tables by encoding id, and the slate's. Those used lately come from memory. An encoding that does not exist
 * any more has no entry.
 */
export async function segmentTables(query: Query, encodingIds: Iterable<string>): Promise<Map<string, SegmentTable>> {
  const found = new Map<string, SegmentTable>([[SLATE_ID, slateTable()]]);
  const wanted = new Set(encodingIds);
  wanted.delete(SLATE_ID);
  for (const id of wanted) {
    const table = kept.get(id);
    if (!table) continue;
    found.set(id, table);
    wanted.delete(id);
    kept.delete(id); // and in again, so that the map's order is the order of last use
    kept.set(id, table);
  }
  if (wanted.size === 0) return found;
  for (const row of await query<EncodingRow>(ENCODINGS, [[...wanted]])) {
    const table = keepTable(row);
    found.set(table.id, table);
  }
  return found;
}

/** The table of an encoding that somebody has read; from now on it comes from memory. */
export function keepTable(row: EncodingRow): SegmentTable {
  const table = kept.get(row.id) ?? tableOf(row);
  keep(table);
  return table;
}

/** The tables used last, at most 64, which need not be read with what names them. */
export function lastKeptIds(): string[] {
  if (kept.size <= NAMED_IDS) return [...kept.keys()];
  return [...kept.keys()].slice(-NAMED_IDS);
}

function tableOf(row: EncodingRow): SegmentTable {
  return {
    id: row.id,
    baseUrl: `${env().MEDIA_BASE_URL?.replace(/\/$/, "") ?? ""}/${encodingPrefix(row.content_item_id, row.id)}`,
    video: { timescale: row.video_timescale, ticks: row.video_segment_ticks },
    audio: { timescale: row.audio_timescale, ticks: row.audio_segment_ticks },
    rungs: RUNGS.filter((rung) => row.renditions.includes(rung)),
    ...(row.external !== null && { external: ExternalSegments.parse(row.external) }),
  };
}

function keep(table: SegmentTable): void {
  if (kept.has(table.id)) return;
  kept.set(table.id, table);
  keptSegments += table.video.ticks.length;
  for (const [id, oldest] of kept) {
    if (keptSegments <= KEPT_SEGMENTS || id === table.id) return;
    kept.delete(id);
    keptSegments -= oldest.video.ticks.length;
  }
}
