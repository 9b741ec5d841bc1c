/** A half-open stretch of time, [fromMs, toMs), in milliseconds since the Unix epoch. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** Every stretch of `window` that no block covers. `blocks` stand in order of time and do not overlap. */
export function gapsIn(window: Stretch, blocks: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let cursorMs = window.fromMs;
  for (const block of blocks) {
    if (block.toMs <= window.fromMs) continue;
    if (block.fromMs >= window.toMs) break;
    if (block.fromMs > cursorMs) gaps.push({ fromMs: cursorMs, toMs: block.fromMs });
    cursorMs = Math.max(cursorMs, block.toMs);
  }
  if (cursorMs < window.toMs) gaps.push({ fromMs: cursorMs, toMs: window.toMs });
  return gaps;
}
