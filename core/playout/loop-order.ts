interface LoopItem {
  contentItemId: string;
}

/**
 * The content of a loop in the order in which it plays: first what the creator put in order, then the rest by id,
 * which for UUIDv7 is the order of creation. `order` may name items that are gone or not ready.
 */
export function inLoopOrder<T extends LoopItem>(items: readonly T[], order: readonly string[]): T[] {
  const compare = loopComparison(order);
  return [...items].sort((a, b) => compare(a.contentItemId, b.contentItemId));
}

/**
 * After which item of the loop it goes on, when `playedItemId` played last: that one, or where it has been taken out of
 * the loop meanwhile, the one that stood before it. Null for the loop's beginning.
 * @param loop in order
 */
export function resumeAfter(
  loop: readonly LoopItem[],
  order: readonly string[],
  playedItemId: string | null,
): string | null {
  if (playedItemId === null) return null;
  const compare = loopComparison(order);
  return loop.findLast((item) => compare(item.contentItemId, playedItemId) <= 0)?.contentItemId ?? null;
}

/** The item of a loop that follows `previousItemId`, which is one of its items or null; past the end it begins anew. */
export function nextInLoop<T extends LoopItem>(
  loop: readonly T[],
  previousItemId: string | null,
  mayPlay: (item: T) => boolean,
): T | null {
  const first = loop.findIndex((item) => item.contentItemId === previousItemId) + 1;
  for (let step = 0; step < loop.length; step++) {
    const item = loop[(first + step) % loop.length] as T;
    if (mayPlay(item)) return item;
  }
  return null;
}

function loopComparison(order: readonly string[]): (a: string, b: string) => number {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? order.length;
  return (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}
