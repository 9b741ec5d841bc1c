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
