import type { Redis } from "ioredis";
import type { PoolClient } from "pg";
import { type BeaconBatch, readLines } from "@/core/analytics/beacon-line";
import { foldBatch } from "@/core/analytics/fold-batch";
import { pool } from "../db";
import { log } from "../log";
import { BEACON_STREAM, entryAfter, isBefore, takenAtMs } from "./beacon-stream";
import { knownBeacons } from "./known-beacons";
import { nameItems } from "./name-items";
import { writeFolded } from "./write-folded";

/** Keeps this use of PostgreSQL's advisory locks apart from any other. */
const LOCK = 0x11e_0006;
const FIRST = "0-0";
/** Entries read at a time; each holds what one process took while its last one was on the way. */
const ENTRIES = 100;
const BEACONS = 20_000;

type Entry = [id: string, fields: string[]];

/**
 * Folds the next beacons of the stream into the tables. What was folded and how far, both stand in one transaction: a
 * crash at any point leaves both as they were or both as they are now, so nothing is lost and nothing counted twice.
 * Redis keeps an entry until that transaction is committed. One process folds at a time.
 * @returns how many entries were folded; 0 when there are none, or another process is at it
 */
export async function foldBeacons(redis: Redis): Promise<number> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const folded = await foldNext(client, redis);
    await client.query("COMMIT");
    client.release();
    if (!folded) return 0;
    // Only now: what is trimmed is counted. If it fails the next round trims.
    await redis.xtrim(BEACON_STREAM, "MINID", entryAfter(folded.lastId));
    return folded.entries;
  } catch (thrown) {
    client.release(true); // the server ends the transaction with the connection
    throw thrown;
  }
}

async function foldNext(client: PoolClient, redis: Redis): Promise<{ entries: number; lastId: string } | null> {
  const { rows: locks } = await client.query("SELECT pg_try_advisory_xact_lock($1) AS held", [LOCK]);
  if (!locks[0].held) return null;
  // Statistics of a table that was empty a moment ago would have it read from end to end.
  await client.query("SET LOCAL enable_seqscan = off");
  const position = await positionOf(client);
  const entries = upToLimit(await redis.xrange(BEACON_STREAM, `(${position}`, "+", "COUNT", ENTRIES));
  if (entries.length === 0) {
    await beginAgainIfLost(client, redis, position);
    return null;
  }
  const batches = entries.map(({ batch }) => batch);
  const sent = await nameItems(
    client,
    batches.flatMap(({ beacons }) => beacons),
  );
  const known = await knownBeacons(client, sent);
  await writeFolded(
    client,
    foldBatch(
      known,
      sent,
      batches.flatMap(({ drops }) => drops),
    ),
  );
  const broken = batches.reduce((sum, batch) => sum + batch.broken, 0);
  if (broken > 0) log.error({ broken }, "lines of the beacon stream could not be read and were left out");
  const lastId = entries.at(-1)!.id;
  await setPosition(client, lastId);
  return { entries: entries.length, lastId };
}

function upToLimit(entries: Entry[]): { id: string; batch: BeaconBatch }[] {
  const taken: { id: string; batch: BeaconBatch }[] = [];
  let beacons = 0;
  for (const [id, [, lines = ""]] of entries) {
    if (beacons >= BEACONS) break;
    const batch = readLines(lines);
    beacons += batch.beacons.length;
    taken.push({ id, batch });
  }
  return taken;
}

async function positionOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query("SELECT entry_id FROM beacon_position WHERE stream = $1", [BEACON_STREAM]);
  return rows[0]?.entry_id ?? FIRST;
}

async function setPosition(client: PoolClient, entryId: string): Promise<void> {
  await client.query(
    `INSERT INTO beacon_position (stream, entry_id, taken_at) VALUES ($1, $2, $3)
      ON CONFLICT (stream) DO UPDATE SET entry_id = excluded.entry_id, taken_at = excluded.taken_at`,
    [BEACON_STREAM, entryId, new Date(takenAtMs(entryId) || 0)],
  );
}

/**
 * A Redis that was emptied, with its clock set back, gives out identifiers that lie before our position. Whatever it
 * holds then is new.
 */
async function beginAgainIfLost(client: PoolClient, redis: Redis, position: string): Promise<void> {
  const [newest] = await redis.xrevrange(BEACON_STREAM, "+", "-", "COUNT", 1);
  if (newest && isBefore(newest[0], position)) await setPosition(client, FIRST);
}
