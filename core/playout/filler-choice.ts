import { mayAirIn, type Rights } from "../content/rights";

/** An item that may play: what the choice needs to know of it. Its segment table is looked up by `encodingId`. */
export interface PlayableItem extends Rights {
  contentItemId: string;
  encodingId: string;
  durationMs: number;
}

/** The gap in which something is to start. */
export interface FillerGap {
  channelId: string;
  atUs: number;
  /** What is left of the gap; infinite where nothing is planned any more. */
  leftUs: number;
  /** What played before, oldest first; `FILLER_MEMORY` are enough. Null for the slate. */
  recentItemIds: readonly (string | null)[];
  /** What follows the gap. */
  nextItemId: string | null;
}

/** How many airings back a repeat is avoided. As many as playout remembers, so that deciding anew comes out the same. */
export const FILLER_MEMORY = 8;
/** A rest that playout would leave empty anyway: half a segment. */
const NO_REST_MS = 2_021;
/** Into how many steps a gap is divided to see which items fill it to the end. */
const STEPS = 300;
/** With so much left, whatever plays now leaves time enough to choose well. */
const LONG_GAP_MS = 30 * 60_000;
/** So many different lengths close almost any gap; the shortest do it best. Weeks are planned with this at once. */
const LENGTHS = 64;

/**
 * The filler that starts at `atUs`: the same for the same gap and the same past, whoever asks and when. In order of
 * weight: within its rights; not what played just before, if there is another; fits the rest of the gap; leaves a
 * rest that whole items can fill; not what comes right after; longest not played of the last eight. Among equals a
 * hash of channel and instant decides. Null when there is nothing to play.
 */
export function chooseFiller(filler: readonly PlayableItem[], gap: FillerGap): PlayableItem | null {
  const leftMs = gap.leftUs / 1000;
  const atMs = gap.atUs / 1000;
  const previous = gap.recentItemIds.at(-1) ?? null;
  let left: readonly PlayableItem[] = filler.filter((item) =>
    mayAirIn(item, atMs, atMs + Math.min(item.durationMs, leftMs)),
  );
  left = preferred(left, (item) => item.contentItemId !== previous);
  left = preferred(left, (item) => item.durationMs <= leftMs + NO_REST_MS);
  left = fillingToTheEnd(left, filler, leftMs);
  left = preferred(left, (item) => item.contentItemId !== gap.nextItemId || item.durationMs < leftMs - NO_REST_MS);
  left = longestNotPlayed(left, gap.recentItemIds.slice(-FILLER_MEMORY));
  return left[hash(`${gap.channelId} ${gap.atUs}`) % left.length] ?? null;
}

/** Those that fulfil a wish, or all where none does. */
function preferred<T>(items: readonly T[], wish: (item: T) => boolean): readonly T[] {
  const fulfilled = items.filter(wish);
  return fulfilled.length > 0 ? fulfilled : items;
}

/**
 * Those after which whole items can fill the gap to its end, so that nothing is cut short. The gap is counted in
 * steps, which are finer the less of it is left: the last choices decide.
 */
function fillingToTheEnd(
  items: readonly PlayableItem[],
  filler: readonly PlayableItem[],
  leftMs: number,
): readonly PlayableItem[] {
  if (leftMs > LONG_GAP_MS || items.length < 2) return items;
  const stepMs = Math.max(1000, leftMs / STEPS);
  const steps = (ms: number) => Math.max(1, Math.round(ms / stepMs));
  const total = Math.round(leftMs / stepMs);
  const lengths = [...new Set(filler.map((item) => steps(item.durationMs)))]
    .filter((length) => length <= total)
    .sort((a, b) => a - b)
    .slice(0, LENGTHS);
  const tolerance = Math.floor(NO_REST_MS / stepMs);
  // closes[rest] says whether whole items can fill so many steps.
  const closes = Array.from({ length: total + 1 }, (_, rest) => rest <= tolerance);
  for (let rest = tolerance + 1; rest <= total; rest++) {
    closes[rest] = lengths.some((length) => length <= rest && closes[rest - length]);
  }
  return preferred(items, (item) => closes[total - steps(item.durationMs)] ?? item.durationMs <= leftMs + NO_REST_MS);
}

function longestNotPlayed(
  items: readonly PlayableItem[],
  recentItemIds: readonly (string | null)[],
): readonly PlayableItem[] {
  const lastAt = new Map(recentItemIds.map((id, index) => [id, index]));
  const oldest = Math.min(...items.map((item) => lastAt.get(item.contentItemId) ?? -1));
  return items.filter((item) => (lastAt.get(item.contentItemId) ?? -1) === oldest);
}

/** FNV-1a with a final mix, so that instants a few seconds apart choose differently. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
