import type { Retention } from "./contract";

/** The stretches in which it is counted how long an item was watched. */
export const POSITION_MS = 5_000;

/**
 * Spreads watch time over the stretches of an item: of `watchedMs` that ended at `positionMs`, how much lies in each.
 * What would lie before the item's beginning was spent on the programme before it.
 */
export function stretchesWatched(positionMs: number, watchedMs: number): Map<number, number> {
  const spread = new Map<number, number>();
  const fromMs = Math.max(0, positionMs - watchedMs);
  for (let atMs = fromMs; atMs < positionMs; ) {
    const stretch = Math.floor(atMs / POSITION_MS);
    const untilMs = Math.min(positionMs, (stretch + 1) * POSITION_MS);
    spread.set(stretch, untilMs - atMs);
    atMs = untilMs;
  }
  return spread;
}

/** A curve has no more points than this. */
const MOST_POINTS = 100;

/**
 * The retention curve of an item from what was watched of each stretch: at most 100 points over its whole length, each
 * with its share of the one that was watched most, by the second.
 */
export function retentionPoints(watched: ReadonlyMap<number, number>, durationMs: number): Retention["points"] {
  const stretches = Math.ceil(durationMs / POSITION_MS);
  const each = Math.max(1, Math.ceil(stretches / MOST_POINTS));
  const points = Array.from({ length: Math.ceil(stretches / each) }, (_, index) => {
    const fromMs = index * each * POSITION_MS;
    let watchMs = 0;
    for (let stretch = index * each; stretch < (index + 1) * each; stretch++) watchMs += watched.get(stretch) ?? 0;
    // The last stretch is as short as the item leaves it.
    const lengthMs = Math.min(durationMs, fromMs + each * POSITION_MS) - fromMs;
    return { fromMs, watchMs, audience: watchMs / lengthMs };
  });
  const most = Math.max(0, ...points.map(({ audience }) => audience));
  return points.map(({ fromMs, watchMs, audience }) => ({
    positionSeconds: fromMs / 1000,
    watchSeconds: watchMs / 1000,
    share: most === 0 ? 0 : audience / most,
  }));
}
