import type { Stretch } from "./gaps";

/** A stretch of the guide that holds an item. */
export interface Showing extends Stretch {
  contentItemId: string;
}

/**
 * When each item is on the guide. Showings are added in order of time; those that were there from the start may lie
 * anywhere.
 */
export class Occurrences {
  private readonly latestEndMs = new Map<string, number>();
  private readonly laterStartsMs = new Map<string, number[]>();
  private readonly laterEndsMs = new Map<string, number[]>();
  private lastItemId: string | null = null;
  private lastEndMs = Number.NEGATIVE_INFINITY;

  /** `before` ended before the time that is being filled; `during` stands within or after it, in order of time. */
  constructor(before: readonly Showing[], during: readonly Showing[]) {
    for (const showing of before) this.add(showing);
    for (const { contentItemId, fromMs, toMs } of during) {
      append(this.laterStartsMs, contentItemId, fromMs);
      append(this.laterEndsMs, contentItemId, toMs);
    }
  }

  add({ contentItemId, toMs }: Showing): void {
    this.latestEndMs.set(contentItemId, Math.max(toMs, this.latestEndMs.get(contentItemId) ?? toMs));
    if (toMs < this.lastEndMs) return;
    this.lastEndMs = toMs;
    this.lastItemId = contentItemId;
  }

  /** The end of the item's last showing before `atMs`; minus infinity when it was never shown. */
  lastShownMs(contentItemId: string, atMs: number): number {
    const ends = this.laterEndsMs.get(contentItemId) ?? [];
    const passed = ends[firstAfter(ends, atMs) - 1] ?? Number.NEGATIVE_INFINITY;
    return Math.max(passed, this.latestEndMs.get(contentItemId) ?? Number.NEGATIVE_INFINITY);
  }

  /** How far the nearest other showing of the item is from a showing in [fromMs, toMs). */
  distanceMs(contentItemId: string, { fromMs, toMs }: Stretch): number {
    const starts = this.laterStartsMs.get(contentItemId) ?? [];
    const next = starts[firstAfter(starts, fromMs - 1)] ?? Number.POSITIVE_INFINITY;
    return Math.min(next - toMs, fromMs - this.lastShownMs(contentItemId, fromMs));
  }

  /** Whether the item is what was shown right before `atMs`. */
  justShown(contentItemId: string, atMs: number): boolean {
    return this.lastItemId === contentItemId && this.lastEndMs <= atMs;
  }
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Index of the first value of an ascending list that is greater than `limit`. */
function firstAfter(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
