import type { Actor } from "@/core/actor";
import { type Beacon, HEARTBEAT, IMPRESSION, START } from "@/core/analytics/beacon";
import { floorTo, QUARTER_MS } from "@/core/analytics/buckets";
import { foldBatch } from "@/core/analytics/fold-batch";
import { writeFolded } from "@/server/analytics/write-folded";
import { db, pool } from "@/server/db";

const DAYS = 9;
const DAY_MS = 24 * 3_600_000;
const HEARTBEAT_MS = 15_000;
const CPM_MINOR = 450;

/**
 * Lets an audience have watched the demo's channels for the last days, the same on every run: more in the evening and at
 * the weekend, each for some minutes. Counted by the rules that count real ones. Does nothing where there is one.
 */
export async function ensureAudience(creator: Actor, now: Date): Promise<void> {
  const owned = { ownerId: creator.userId };
  if ((await db.audienceQuarter.count({ where: owned })) > 0) return;
  await db.channel.updateMany({ where: { ...owned, cpmMinor: 0 }, data: { cpmMinor: CPM_MINOR } });
  const channels = await db.channel.findMany({ where: owned, orderBy: { createdAt: "asc" }, select: { id: true } });
  const items = await db.contentItem.findMany({
    where: { ...owned, status: "ready", durationMs: { gt: 0 } },
    orderBy: { createdAt: "asc" },
    select: { id: true, durationMs: true },
  });
  if (items.length === 0) return;
  const untilMs = floorTo(now.getTime(), QUARTER_MS);
  for (let day = DAYS; day > 0; day--) {
    const fromMs = untilMs - day * DAY_MS;
    const beacons = channels.flatMap(({ id }, index) =>
      visitsOf(fromMs, index).flatMap((visit) => beaconsOf(visit, items, { ownerId: creator.userId, channelId: id })),
    );
    await write(beacons.filter(({ atMs }) => atMs < untilMs));
  }
}

interface Visit {
  name: string;
  startsAtMs: number;
  minutes: number;
}

/** Visits of a channel that begin in the day from `fromMs` on. */
function visitsOf(fromMs: number, channel: number): Visit[] {
  const visits: Visit[] = [];
  for (let quarter = 0; quarter < 96; quarter++) {
    const atMs = fromMs + quarter * QUARTER_MS;
    const seed = Math.floor(atMs / QUARTER_MS) * 7 + channel * 1_000_003;
    const count = Math.round(crowd(new Date(atMs)) * (channel === 0 ? 1 : 0.6) * (0.7 + 0.6 * chance(seed)));
    for (let visit = 0; visit < count; visit++) {
      const own = seed * 31 + visit;
      visits.push({
        name: `demo-${channel}-${atMs / QUARTER_MS}-${visit}`,
        startsAtMs: atMs + Math.floor(chance(own) * QUARTER_MS),
        // Most leave soon, a few stay for an hour.
        minutes: 1 + Math.floor(40 * chance(own + 1) ** 3),
      });
    }
  }
  return visits;
}

/** How many begin to watch in a quarter of an hour: few at night, most at nine in the evening. */
function crowd(at: Date): number {
  const hour = at.getUTCHours() + at.getUTCMinutes() / 60;
  const evening = Math.exp(-((hour - 21) ** 2) / 12);
  const noon = 0.4 * Math.exp(-((hour - 13) ** 2) / 6);
  const weekend = at.getUTCDay() % 6 === 0 ? 1.4 : 1;
  return (0.6 + 9 * evening + 5 * noon) * weekend;
}

/** The same number between 0 and 1 for the same seed. */
function chance(seed: number): number {
  const mixed = Math.imul((seed | 0) ^ (seed >>> 15), 0x2c1b3c6d);
  const again = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((again ^ (again >>> 15)) >>> 0) / 2 ** 32;
}

interface Item {
  id: string;
  durationMs: number | null;
}

/** Each visit goes through the items one after the other, beginning with one of its hour. */
function beaconsOf(
  { name, startsAtMs, minutes }: Visit,
  items: readonly Item[],
  of: Pick<Beacon, "ownerId" | "channelId">,
) {
  let next = Math.floor(startsAtMs / (4 * QUARTER_MS));
  let itemFromMs = startsAtMs;
  const beacon = (kind: number, atMs: number): Beacon => {
    let item = items[next % items.length]!;
    while (atMs - itemFromMs > (item.durationMs ?? 0)) {
      itemFromMs += item.durationMs ?? 0;
      item = items[++next % items.length]!;
    }
    const positionMs = Math.max(0, atMs - itemFromMs);
    return { sessionId: name, atMs, kind, nonce: 0, ...of, contentItemId: item.id, positionMs };
  };
  const heartbeats = Array.from({ length: 4 * minutes }, (_, index) =>
    beacon(HEARTBEAT, startsAtMs + (index + 1) * HEARTBEAT_MS),
  );
  return [beacon(IMPRESSION, startsAtMs - 1_000), beacon(START, startsAtMs), ...heartbeats];
}

/** As the worker does it, in one transaction. */
async function write(beacons: readonly Beacon[]): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await writeFolded(client, foldBatch(new Map(), beacons));
    await client.query("COMMIT");
    client.release();
  } catch (thrown) {
    client.release(true);
    throw thrown;
  }
}
