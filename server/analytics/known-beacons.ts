import type { PoolClient } from "pg";
import type { Beacon } from "@/core/analytics/beacon";
import { bySession } from "@/core/analytics/fold-batch";

interface BeaconRow {
  session_id: string;
  at_ms: number;
  kind: number;
  nonce: number;
  owner_id: string;
  channel_id: string;
  content_item_id: string;
  position_ms: number;
}

const COLUMNS = "session_id, at_ms, kind, nonce, owner_id, channel_id, content_item_id, position_ms";

/** Of each session ($1) its beacons between two instants ($2, $3) and one more on either side, in order. */
const KNOWN = `SELECT known.session_id, known.at_ms::float8 AS at_ms, known.kind, known.nonce,
    known.owner_id::text AS owner_id, known.channel_id::text AS channel_id,
    known.content_item_id::text AS content_item_id, known.position_ms
  FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS asked (session_id, from_ms, to_ms),
  LATERAL (
    (SELECT ${COLUMNS} FROM session_beacon AS one
      WHERE one.session_id = asked.session_id AND one.at_ms < asked.from_ms
      ORDER BY at_ms DESC, kind DESC, nonce DESC LIMIT 1)
    UNION ALL
    (SELECT ${COLUMNS} FROM session_beacon AS one
      WHERE one.session_id = asked.session_id AND one.at_ms BETWEEN asked.from_ms AND asked.to_ms)
    UNION ALL
    (SELECT ${COLUMNS} FROM session_beacon AS one
      WHERE one.session_id = asked.session_id AND one.at_ms > asked.to_ms
      ORDER BY at_ms, kind, nonce LIMIT 1)
  ) AS known
  ORDER BY known.session_id, known.at_ms, known.kind, known.nonce`;

/** What is known of the sessions of these beacons, as far as it decides what the beacons add. */
export async function knownBeacons(client: PoolClient, sent: readonly Beacon[]): Promise<Map<string, Beacon[]>> {
  const sessions = [...bySession(sent)];
  const times = sessions.map(([, beacons]) => beacons.map(({ atMs }) => atMs));
  const { rows } = await client.query<BeaconRow>(KNOWN, [
    sessions.map(([sessionId]) => sessionId),
    times.map((all) => Math.min(...all)),
    times.map((all) => Math.max(...all)),
  ]);
  return bySession(rows.map(beaconOf));
}

function beaconOf(row: BeaconRow): Beacon {
  return {
    sessionId: row.session_id,
    atMs: row.at_ms,
    kind: row.kind,
    nonce: row.nonce,
    ownerId: row.owner_id,
    channelId: row.channel_id,
    contentItemId: row.content_item_id,
    positionMs: row.position_ms,
  };
}
