import { type Beacon, HEARTBEAT, IMPRESSION, NOWHERE, START } from "./beacon";

/** A heartbeat stands for the time since the session's previous beacon, but for no more than this. */
export const LONGEST_GAP_MS = 30_000;

/** What one beacon adds to the figures of its minute, its channel and its item; watch time may be taken back. */
export interface Delta {
  beacon: Beacon;
  views: number;
  impressions: number;
  watchMs: number;
  /** The stretch of the item, before the beacon's position, that was watched: as it counted before, and as it does now. */
  stretch: { beforeMs: number; nowMs: number } | null;
}

export interface FoldedSession {
  /** Beacons that were not known. */
  fresh: Beacon[];
  deltas: Delta[];
}

/**
 * Folds beacons of one session into what is known of it. The sum of all deltas is the same however the beacons arrive:
 * in whatever order, in whatever batches, and how often each of them.
 * @param known in order: those from the first of `sent` to the last, and one more on either side
 */
export function foldSession(known: readonly Beacon[], sent: readonly Beacon[]): FoldedSession {
  const keys = new Set(known.map(keyOf));
  const fresh = sent.filter((beacon) => {
    const key = keyOf(beacon);
    return !keys.has(key) && keys.add(key);
  });
  if (fresh.length === 0) return { fresh, deltas: [] };
  const before = creditsOf(known);
  const deltas: Delta[] = [];
  for (const [beacon, nowMs] of creditsOf([...known, ...fresh].sort(inOrder))) {
    const beforeMs = before.get(beacon);
    const isFresh = beforeMs === undefined;
    if (!isFresh && beforeMs === nowMs) continue;
    const knowsStretch = beacon.kind === HEARTBEAT && beacon.positionMs !== NOWHERE;
    deltas.push({
      beacon,
      views: isFresh && beacon.kind === START ? 1 : 0,
      impressions: isFresh && beacon.kind === IMPRESSION ? 1 : 0,
      watchMs: nowMs - (beforeMs ?? 0),
      stretch: knowsStretch ? { beforeMs: beforeMs ?? 0, nowMs } : null,
    });
  }
  return { fresh, deltas };
}

/** By time, and where that is the same, in an order that does not depend on who came first. */
export function inOrder(a: Beacon, b: Beacon): number {
  return a.atMs - b.atMs || a.kind - b.kind || a.nonce - b.nonce;
}

/** The watch time that each beacon stands for. The first has nothing before it, or nothing that changes. */
function creditsOf(beacons: readonly Beacon[]): Map<Beacon, number> {
  return new Map(
    beacons.map((beacon, index) => {
      const previous = beacons[index - 1];
      const counts = previous !== undefined && beacon.kind === HEARTBEAT;
      return [beacon, counts ? Math.min(LONGEST_GAP_MS, beacon.atMs - previous.atMs) : 0];
    }),
  );
}

function keyOf({ atMs, kind, nonce }: Beacon): string {
  return `${atMs} ${kind} ${nonce}`;
}
