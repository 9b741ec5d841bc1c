import { mayAirIn, type Rights } from "../content/rights";
import type { Stretch } from "./gaps";
import { Occurrences, type Showing } from "./occurrences";
import { randomFrom, shuffled } from "./random";

/** An item that may be placed, wholly within its rights. */
export interface FillItem extends Rights {
  id: string;
  durationMs: number;
}

export interface FillRequest {
  /** What is to be filled, in order of time. */
  gaps: readonly Stretch[];
  /** In the order of the series: `sequential` plays it so, the others fall back on it. */
  library: readonly FillItem[];
  strategy: "shuffle" | "sequential" | "least_recent";
  /** What is on the guide already, in order of time: before the gaps, between and after them. */
  showings: readonly Showing[];
  /** An item should not come again within this time. A wish: where the library is too small it is not fulfilled. */
  avoidRepeatMs: number;
  /** The first instant from a given one at which a block may start. */
  nextStart: (ms: number) => number;
  /** Nothing starts at this instant or later, though what started before may reach beyond. */
  startBeforeMs?: number;
  /** Decides the order of `shuffle`. */
  seed: string;
}

/**
 * Chooses what goes into the gaps. Nothing is cut: an item is placed whole or not at all, and a gap is left only
 * when no item fits any more or none may be shown. The same request always gives the same answer.
 */
export function fillGaps(request: FillRequest): Showing[] {
  const library = request.library.filter((item) => item.durationMs > 0);
  const firstMs = request.gaps[0]?.fromMs ?? 0;
  const occurrences = new Occurrences(
    request.showings.filter((showing) => showing.toMs <= firstMs),
    request.showings.filter((showing) => showing.toMs > firstMs),
  );
  const choose = chooserOf({ ...request, library }, occurrences);
  const placed: Showing[] = [];
  const { startBeforeMs = Number.POSITIVE_INFINITY } = request;
  for (const [index, gap] of request.gaps.entries()) {
    const later = request.gaps.slice(index + 1, index + 1 + MANY_GAPS);
    for (let fromMs = request.nextStart(gap.fromMs); fromMs < Math.min(gap.toMs, startBeforeMs); ) {
      const item = choose({ fromMs, toMs: gap.toMs }, later);
      if (!item) {
        const openMs = nextRightsFrom(library, fromMs);
        if (openMs >= gap.toMs) break;
        fromMs = request.nextStart(openMs);
        continue;
      }
      const showing = { contentItemId: item.id, fromMs, toMs: fromMs + item.durationMs };
      placed.push(showing);
      occurrences.add(showing);
      fromMs = request.nextStart(showing.toMs);
    }
  }
  return placed;
}

/** How many gaps ahead `sequential` looks for one that can take the next item of the series. */
const MANY_GAPS = 100;

/** When the next item of those that may not be shown yet may be shown; infinity without one. */
function nextRightsFrom(library: readonly FillItem[], afterMs: number): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { rightsFromMs } of library) {
    if (rightsFromMs != null && rightsFromMs > afterMs && rightsFromMs < nextMs) nextMs = rightsFromMs;
  }
  return nextMs;
}

type Chooser = (room: Stretch, later: readonly Stretch[]) => FillItem | null;
type Context = Pick<FillRequest, "library" | "strategy" | "showings" | "avoidRepeatMs" | "seed" | "gaps">;

function chooserOf(context: Context, occurrences: Occurrences): Chooser {
  if (context.strategy === "sequential") return inSeries(context, occurrences);
  if (context.strategy === "least_recent") return leastRecent(context, occurrences);
  return fromDeck(context, occurrences);
}

function fits(item: FillItem, room: Stretch): boolean {
  return item.durationMs <= room.toMs - room.fromMs && mayAirIn(item, room.fromMs, room.fromMs + item.durationMs);
}

/** Whether a later gap can take the item. */
function canWait(item: FillItem, later: readonly Stretch[]): boolean {
  return later.some((gap) => fits(item, { ...gap, fromMs: Math.max(gap.fromMs, item.rightsFromMs ?? gap.fromMs) }));
}

function distanceMs(item: FillItem, room: Stretch, occurrences: Occurrences): number {
  return occurrences.distanceMs(item.id, room.fromMs, room.fromMs + item.durationMs);
}

function isFresh(item: FillItem, room: Stretch, avoidRepeatMs: number, occurrences: Occurrences): boolean {
  return distanceMs(item, room, occurrences) >= avoidRepeatMs;
}

/**
 * Deals a shuffled deck to its end before it is shuffled anew, so that everything comes equally often. In the first
 * deck, what was shown lately lies at the bottom: a guide that is filled day by day mixes as well as one filled at once.
 */
function fromDeck({ library, avoidRepeatMs, seed, gaps }: Context, occurrences: Occurrences): Chooser {
  const random = randomFrom(seed);
  const sorted = [...library].sort((a, b) => (a.id < b.id ? -1 : 1));
  const apartMs = Math.max(avoidRepeatMs, 1);
  const lately = shownLately(sorted, (item) => occurrences.lastShownMs(item.id, gaps[0]?.fromMs ?? 0));
  let deck = [
    ...shuffled(
      sorted.filter((item) => !lately.has(item)),
      random,
    ),
    ...shuffled(
      sorted.filter((item) => lately.has(item)),
      random,
    ),
  ];
  const top = (room: Stretch) =>
    deck.find(
      (item) =>
        fits(item, room) && isFresh(item, room, apartMs, occurrences) && !occurrences.justShown(item.id, room.fromMs),
    );
  return (room) => {
    let item = top(room);
    if (!item && !deck.some((left) => fits(left, room))) {
      const left = new Set(deck);
      deck = [
        ...deck,
        ...shuffled(
          sorted.filter((other) => !left.has(other)),
          random,
        ),
      ];
      item = top(room);
    }
    const chosen = item ?? farthest(sorted, room, occurrences);
    const at = chosen ? deck.indexOf(chosen) : -1;
    if (at >= 0) deck.splice(at, 1);
    return chosen;
  };
}

/** Plays the library in its order, from where the guide left off. */
function inSeries({ library, showings, avoidRepeatMs, gaps }: Context, occurrences: Occurrences): Chooser {
  const firstMs = gaps[0]?.fromMs ?? 0;
  const indexOf = new Map(library.map((item, index) => [item.id, index]));
  const lastShown = showings.findLast((showing) => showing.fromMs < firstMs && indexOf.has(showing.contentItemId));
  let next = lastShown ? (indexOf.get(lastShown.contentItemId) ?? -1) + 1 : 0;
  return (room, later) => {
    let chosen: FillItem | null = null;
    for (let step = 0; step < library.length; step++) {
      const item = library[(next + step) % library.length] as FillItem;
      const fresh = isFresh(item, room, avoidRepeatMs, occurrences);
      if (fits(item, room)) chosen ??= item;
      if (fits(item, room) && fresh) {
        chosen = item;
        break;
      }
      // An episode waits for a later gap rather than being overtaken, where a gap can take it.
      if (fresh && canWait(item, later)) break;
    }
    if (chosen) next = (indexOf.get(chosen.id) ?? 0) + 1;
    return chosen;
  };
}

/**
 * Takes what was shown longest ago; what was never shown comes first. The queue is put in order once a gap, since
 * within one nothing is shown but what is taken from it, and that goes to its end.
 */
function leastRecent({ library, avoidRepeatMs }: Context, occurrences: Occurrences): Chooser {
  const apartMs = Math.max(avoidRepeatMs, 1);
  let queue: FillItem[] = [];
  let gapEndMs: number | null = null;
  return (room) => {
    if (room.toMs !== gapEndMs) {
      queue = longestAgoFirst(library, (item) => occurrences.lastShownMs(item.id, room.fromMs));
      gapEndMs = room.toMs;
    }
    const oldest = queue.find((item) => fits(item, room) && isFresh(item, room, apartMs, occurrences));
    const chosen = oldest ?? farthest(library, room, occurrences);
    if (chosen) {
      queue.splice(queue.indexOf(chosen), 1);
      queue.push(chosen);
    }
    return chosen;
  };
}

/** Half of the items: those shown last, without what was never shown. */
function shownLately(library: readonly FillItem[], shownMs: (item: FillItem) => number): Set<FillItem> {
  const latestFirst = longestAgoFirst(library, shownMs).reverse();
  return new Set(
    latestFirst.slice(0, Math.floor(library.length / 2)).filter((item) => shownMs(item) !== Number.NEGATIVE_INFINITY),
  );
}

function longestAgoFirst(library: readonly FillItem[], shownMs: (item: FillItem) => number): FillItem[] {
  return library
    .map((item) => ({ item, ms: shownMs(item) }))
    .sort((a, b) => (a.ms === b.ms ? 0 : a.ms - b.ms))
    .map(({ item }) => item);
}

/** Where everything is a repeat: of what fits, the item that is farthest from its other showings. */
function farthest(items: readonly FillItem[], room: Stretch, occurrences: Occurrences): FillItem | null {
  const fitting = items.filter((item) => fits(item, room));
  return best(fitting, (item) => distanceMs(item, room, occurrences));
}

/** The first of the items with the greatest score. */
function best(items: readonly FillItem[], score: (item: FillItem) => number): FillItem | null {
  let winner: FillItem | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const value = score(item);
    if (winner === null || value > highest) [winner, highest] = [item, value];
  }
  return winner;
}
