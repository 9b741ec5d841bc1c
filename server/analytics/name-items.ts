import type { PoolClient } from "pg";
import { type Beacon, NOBODY, NOWHERE } from "@/core/analytics/beacon";
import { SLATE_ID } from "@/core/playout/airing";
import { stretchUs } from "@/core/playout/track-time";
import { segmentTables } from "../playout/segment-tables";

interface AiringRow {
  channel_id: string;
  starts_at_ms: number;
  ends_at_ms: number;
  content_item_id: string | null;
  encoding_id: string | null;
  first_segment: number;
}

/** Of each channel ($1) the airings between two instants ($2, $3). */
const AIRINGS = `SELECT airing.channel_id::text AS channel_id,
    (extract(epoch FROM airing.starts_at) * 1000)::float8 AS starts_at_ms,
    (extract(epoch FROM airing.ends_at) * 1000)::float8 AS ends_at_ms,
    airing.content_item_id::text AS content_item_id, airing.encoding_id::text AS encoding_id, airing.first_segment
  FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS asked (channel_id, from_at, to_at)
  JOIN airing ON airing.channel_id = asked.channel_id AND airing.ends_at > asked.from_at
    AND airing.starts_at <= asked.to_at`;

/** Airings are read in stretches of an hour, so that one late beacon does not bring a day of them in. */
const STRETCH_MS = 3_600_000;

/**
 * Who watches a channel watches the item that is on air: names it, and where in it they are, in beacons that name a
 * channel alone.
 */
export async function nameItems(client: PoolClient, beacons: readonly Beacon[]): Promise<Beacon[]> {
  const isNameless = ({ channelId, contentItemId }: Beacon) => channelId !== NOBODY && contentItemId === NOBODY;
  const airings = await airingsOf(client, beacons.filter(isNameless));
  const query = async <Row extends object>(sql: string, values: unknown[]) =>
    (await client.query<Row>(sql, values)).rows;
  const encodings = airings.map(({ encoding_id }) => encoding_id ?? SLATE_ID);
  const tables = await segmentTables(query, encodings);
  const byChannel = new Map<string, AiringRow[]>();
  for (const airing of airings) {
    const line = byChannel.get(airing.channel_id);
    if (line) line.push(airing);
    else byChannel.set(airing.channel_id, [airing]);
  }
  return beacons.map((beacon) => {
    if (!isNameless(beacon)) return beacon;
    const { atMs } = beacon;
    const on = byChannel.get(beacon.channelId)?.find((one) => one.starts_at_ms <= atMs && atMs < one.ends_at_ms);
    if (!on?.content_item_id) return beacon;
    const table = tables.get(on.encoding_id ?? SLATE_ID);
    const beganMs = table ? stretchUs(table.video, 0, on.first_segment) / 1000 : null;
    const positionMs = beganMs === null ? NOWHERE : Math.round(beganMs + atMs - on.starts_at_ms);
    return { ...beacon, contentItemId: on.content_item_id, positionMs };
  });
}

async function airingsOf(client: PoolClient, beacons: readonly Beacon[]): Promise<AiringRow[]> {
  const spans = new Map<string, { channelId: string; fromMs: number; toMs: number }>();
  for (const { channelId, atMs } of beacons) {
    const key = `${channelId} ${Math.floor(atMs / STRETCH_MS)}`;
    const span = spans.get(key);
    if (!span) spans.set(key, { channelId, fromMs: atMs, toMs: atMs });
    else Object.assign(span, { fromMs: Math.min(span.fromMs, atMs), toMs: Math.max(span.toMs, atMs) });
  }
  if (spans.size === 0) return [];
  const asked = [...spans.values()];
  const { rows } = await client.query<AiringRow>(AIRINGS, [
    asked.map(({ channelId }) => channelId),
    asked.map(({ fromMs }) => new Date(fromMs)),
    asked.map(({ toMs }) => new Date(toMs)),
  ]);
  return rows;
}
