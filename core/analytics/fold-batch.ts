import { type Beacon, NOBODY } from "./beacon";
import type { Drop } from "./beacon-line";
import { floorTo, MINUTE_MS, QUARTER_MS } from "./buckets";
import { type Delta, foldSession } from "./fold-session";
import { stretchesWatched } from "./position";
import { addSession, emptySketch, type Sketch } from "./sketch";

/** What a bucket of a table is to grow by. */
export interface Cell {
  ownerId: string;
  bucketMs: number;
  channelId: string;
  contentItemId: string;
  views: number;
  impressions: number;
  watchMs: number;
}

export interface SketchCell {
  scopeId: string;
  minutes: number;
  bucketMs: number;
  sketch: Sketch;
}

export interface PositionCell {
  contentItemId: string;
  dayMs: number;
  stretch: number;
  watchMs: number;
}

export interface DropCell {
  ownerId: string;
  bucketMs: number;
  reason: string;
  count: number;
}

/** Everything that a batch changes. */
export interface Folded {
  fresh: Beacon[];
  minutes: Cell[];
  quarters: Cell[];
  sketches: SketchCell[];
  positions: PositionCell[];
  viewsOfItems: Map<string, number>;
  drops: DropCell[];
}

const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Folds a batch of beacons of any sessions into what is known of those.
 * @param known by session, as {@link foldSession} wants them
 */
export function foldBatch(
  known: ReadonlyMap<string, readonly Beacon[]>,
  sent: readonly Beacon[],
  dropped: readonly Drop[] = [],
): Folded {
  const fresh: Beacon[] = [];
  const deltas: Delta[] = [];
  for (const [sessionId, beacons] of bySession(sent)) {
    const folded = foldSession(known.get(sessionId) ?? [], beacons);
    fresh.push(...folded.fresh);
    deltas.push(...folded.deltas);
  }
  return {
    fresh,
    minutes: cellsOf(deltas, MINUTE_MS),
    quarters: cellsOf(deltas, QUARTER_MS),
    sketches: sketchesOf(fresh),
    positions: positionsOf(deltas),
    viewsOfItems: viewsOfItems(deltas),
    drops: dropsOf(dropped),
  };
}

/** Beacons by the session that sent them. */
export function bySession(beacons: readonly Beacon[]): Map<string, Beacon[]> {
  const sessions = new Map<string, Beacon[]>();
  for (const beacon of beacons) {
    const found = sessions.get(beacon.sessionId);
    if (found) found.push(beacon);
    else sessions.set(beacon.sessionId, [beacon]);
  }
  return sessions;
}

function cellsOf(deltas: readonly Delta[], bucketLengthMs: number): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { beacon, views, impressions, watchMs } of deltas) {
    if (views === 0 && impressions === 0 && watchMs === 0) continue;
    const { ownerId, channelId, contentItemId } = beacon;
    const bucketMs = floorTo(beacon.atMs, bucketLengthMs);
    const key = `${ownerId} ${bucketMs} ${channelId} ${contentItemId}`;
    const cell = cells.get(key) ?? {
      ownerId,
      bucketMs,
      channelId,
      contentItemId,
      views: 0,
      impressions: 0,
      watchMs: 0,
    };
    cell.views += views;
    cell.impressions += impressions;
    cell.watchMs += watchMs;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function sketchesOf(fresh: readonly Beacon[]): SketchCell[] {
  const cells = new Map<string, SketchCell>();
  const add = (scopeId: string, minutes: number, beacon: Beacon) => {
    if (scopeId === NOBODY) return;
    const bucketMs = floorTo(beacon.atMs, minutes * MINUTE_MS);
    const key = `${scopeId} ${minutes} ${bucketMs}`;
    const cell = cells.get(key) ?? { scopeId, minutes, bucketMs, sketch: emptySketch() };
    addSession(cell.sketch, beacon.sessionId);
    cells.set(key, cell);
  };
  for (const beacon of fresh) {
    for (const minutes of [1, 15]) {
      add(beacon.ownerId, minutes, beacon);
      add(beacon.channelId, minutes, beacon);
    }
    add(beacon.contentItemId, 15, beacon);
  }
  return [...cells.values()];
}

function positionsOf(deltas: readonly Delta[]): PositionCell[] {
  const cells = new Map<string, PositionCell>();
  for (const { beacon, stretch } of deltas) {
    if (!stretch || beacon.contentItemId === NOBODY) continue;
    const dayMs = floorTo(beacon.atMs, DAY_MS);
    const add = (watchedMs: number, sign: 1 | -1) => {
      for (const [index, ms] of stretchesWatched(beacon.positionMs, watchedMs)) {
        const key = `${beacon.contentItemId} ${dayMs} ${index}`;
        const cell = cells.get(key) ?? { contentItemId: beacon.contentItemId, dayMs, stretch: index, watchMs: 0 };
        cell.watchMs += sign * ms;
        cells.set(key, cell);
      }
    };
    add(stretch.nowMs, 1);
    add(stretch.beforeMs, -1);
  }
  return [...cells.values()].filter(({ watchMs }) => watchMs !== 0);
}

function viewsOfItems(deltas: readonly Delta[]): Map<string, number> {
  const views = new Map<string, number>();
  for (const { beacon, views: more } of deltas) {
    if (more === 0 || beacon.contentItemId === NOBODY) continue;
    views.set(beacon.contentItemId, (views.get(beacon.contentItemId) ?? 0) + more);
  }
  return views;
}

function dropsOf(dropped: readonly Drop[]): DropCell[] {
  const cells = new Map<string, DropCell>();
  for (const { ownerId, reason, atMs } of dropped) {
    const bucketMs = floorTo(atMs, QUARTER_MS);
    const key = `${ownerId} ${bucketMs} ${reason}`;
    const cell = cells.get(key) ?? { ownerId, bucketMs, reason, count: 0 };
    cell.count++;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
