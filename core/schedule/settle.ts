import type { Stretch } from "./gaps";

/** A block that is on the guide already. */
export interface Standing extends Stretch {
  id: string;
  title: string;
}

/**
 * What happens where something stands already: `refuse` everything, `skip` what finds its place taken, or `replace`
 * what stands there.
 */
export type Policy = "refuse" | "skip" | "replace";

export interface Settled<T> {
  place: T[];
  remove: Standing[];
  leftOut: { wanted: T; reason: "occupied" | "locked" }[];
  /** Everything that stands in the way, whatever becomes of it. */
  conflicts: Standing[];
}

/**
 * Decides what is placed and what is removed for it. What lies before `editableFromMs`, or stands in the way of
 * something that does, can neither be placed nor removed.
 * @param wanted in order of time, without overlap; so is `standing`
 */
export function settle<T extends Stretch>(
  wanted: readonly T[],
  standing: readonly Standing[],
  policy: Policy,
  editableFromMs: number | null,
): Settled<T> {
  const place: T[] = [];
  const leftOut: Settled<T>["leftOut"] = [];
  const remove = new Set<Standing>();
  const conflicts = new Set<Standing>();
  const isLocked = (stretch: Stretch) => editableFromMs !== null && stretch.fromMs < editableFromMs;
  let first = 0;
  for (const one of wanted) {
    while (first < standing.length && (standing[first] as Standing).toMs <= one.fromMs) first++;
    const inTheWay: Standing[] = [];
    for (let at = first; at < standing.length && (standing[at] as Standing).fromMs < one.toMs; at++) {
      inTheWay.push(standing[at] as Standing);
    }
    for (const block of inTheWay) conflicts.add(block);
    if (isLocked(one) || (policy === "replace" && inTheWay.some(isLocked))) {
      leftOut.push({ wanted: one, reason: "locked" });
    } else if (inTheWay.length > 0 && policy !== "replace") {
      leftOut.push({ wanted: one, reason: "occupied" });
    } else {
      place.push(one);
      for (const block of inTheWay) remove.add(block);
    }
  }
  return { place, remove: [...remove], leftOut, conflicts: [...conflicts] };
}
