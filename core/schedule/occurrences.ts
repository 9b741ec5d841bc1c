import type { Stretch } from "./gaps";

/** A stretch of the guide that holds an item. */
export interface Showing extends Stretch {
  contentItemId: string;
}

/** The showings of one item. */
interface History {
  /** End of the last showing that was added. */
  latestEndMs: number;
  /** Showings that stand on the guide among what is being filled, in order of time. */
  present: Stretch[];
}

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * When each item is on the guide. Showings are added in order of time; those that were there from the start may lie
 * anywhere.
 */
export class Occurrences {
  private readonly histories = new Map<string, History>();
  private lastItemId: string | null = null;
  private lastEndMs = NEVER;

  /** `before` ended before the time that is being filled; `during` stands within or after it, in order of time. */
  constructor(before: readonly Showing[], during: readonly Showing[]) {
    for (const showing of before) this.add(showing);
    for (const { contentItemId, fromMs, toMs } of during) this.historyOf(contentItemId).present.push({ fromMs, toMs });
  }

  add({ contentItemId, toMs }: Showing): void {
    const history = this.historyOf(contentItemId);
    history.latestEndMs = Math.max(history.latestEndMs, toMs);
    if (toMs < this.lastEndMs) return;
    this.lastEndMs = toMs;
    this.lastItemId = contentItemId;
  }

  /** The end of the item's last showing before `atMs`; minus infinity when it was never shown. */
  lastShownMs(contentItemId: string, atMs: number): number {
    const history = this.histories.get(contentItemId);
    if (!history) return NEVER;
    return Math.max(history.latestEndMs, history.present[firstFrom(history.present, atMs) - 1]?.toMs ?? NEVER);
  }

  /** How far the nearest other showing of the item is from a showing in [fromMs, toMs). */
  distanceMs(contentItemId: string, fromMs: number, toMs: number): number {
    const history = this.histories.get(contentItemId);
    if (!history) return Number.POSITIVE_INFINITY;
    if (history.present.length === 0) return fromMs - history.latestEndMs;
    const next = firstFrom(history.present, fromMs);
    const passedMs = Math.max(history.latestEndMs, history.present[next - 1]?.toMs ?? NEVER);
    return Math.min((history.present[next]?.fromMs ?? Number.POSITIVE_INFINITY) - toMs, fromMs - passedMs);
  }

  /** Whether the item is what was shown right before `atMs`. */
  justShown(contentItemId: string, atMs: number): boolean {
    return this.lastItemId === contentItemId && this.lastEndMs <= atMs;
  }

  private historyOf(contentItemId: string): History {
    let history = this.histories.get(contentItemId);
    if (!history) {
      history = { latestEndMs: NEVER, present: [] };
      this.histories.set(contentItemId, history);
    }
    return history;
  }
}

/** Index of the first stretch that begins at `ms` or later. */
function firstFrom(stretches: readonly Stretch[], ms: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).fromMs >= ms) high = middle;
    else low = middle + 1;
  }
  return low;
}
