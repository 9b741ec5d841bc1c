import type { Stretch } from "./gaps";
import { instantOfWallClock, instantsShowing, wallClockMs } from "./grid-day";

/** Something that is to begin when the clocks of a zone show a time, and lasts as long as it lasts. */
export interface WallEntry {
  /** What the clock on the wall shows, as the UTC milliseconds at which a clock in Greenwich shows the same. */
  wallMs: number;
  durationMs: number;
  /** The second of the two times that clocks show `wallMs` when they go back. */
  isSecond?: boolean;
}

export interface Laid<T> extends Stretch {
  entry: T;
}

/** `clocks_changed`: the hour that is skipped left no room. `occupied`: two entries ask for the same time. */
export interface NotLaid<T> {
  entry: T;
  /** When it would have begun. */
  atMs: number;
  reason: "clocks_changed" | "occupied";
}

/**
 * Finds the instants of wall-clock times, over changes of the clocks too. Everything starts when the clocks show its
 * time, and nothing is cut. A time that comes twice means the first, unless the entry says otherwise. When clocks go
 * forward, an hour of programme has no place: what began earlier goes on, and what would begin meanwhile is left out;
 * what should begin at a time that does not exist begins as much later as the clocks jump, if nothing else does.
 * @returns both lists in order of time
 */
export function layOut<T extends WallEntry>(
  entries: readonly T[],
  timeZone: string,
): { laid: Laid<T>[]; notLaid: NotLaid<T>[] } {
  const wanted = entries.map((entry) => {
    const shown = instantsShowing(entry.wallMs, timeZone);
    const fromMs = (entry.isSecond ? shown[1] : shown[0]) ?? shown[0] ?? instantOfWallClock(entry.wallMs, timeZone);
    return { entry, fromMs, toMs: fromMs + entry.durationMs, exists: shown.length > 0 };
  });
  const laid: Laid<T>[] = [];
  const notLaid: NotLaid<T>[] = [];
  const place = ({ entry, fromMs, toMs }: Laid<T>) => {
    const at = laid.findLastIndex((other) => other.fromMs <= fromMs) + 1;
    const rival = [laid[at - 1], laid[at]].find((other) => other && other.fromMs < toMs && fromMs < other.toMs);
    if (rival) notLaid.push({ entry, atMs: fromMs, reason: overlapOnWall(entry, rival.entry) });
    else laid.splice(at, 0, { entry, fromMs, toMs });
  };
  const inOrder = wanted.sort((a, b) => a.fromMs - b.fromMs);
  for (const one of inOrder.filter(({ exists }) => exists)) place(one);
  for (const one of inOrder.filter(({ exists }) => !exists)) place(one);
  return { laid, notLaid: notLaid.sort((a, b) => a.atMs - b.atMs) };
}

function overlapOnWall(a: WallEntry, b: WallEntry): NotLaid<WallEntry>["reason"] {
  const overlap = a.wallMs < b.wallMs + b.durationMs && b.wallMs < a.wallMs + a.durationMs;
  return overlap && !a.isSecond && !b.isSecond ? "occupied" : "clocks_changed";
}

/** What clocks show at an instant, and whether they show it for the second time. */
export function wallOf(instantMs: number, timeZone: string): Required<Pick<WallEntry, "wallMs" | "isSecond">> {
  const wallMs = wallClockMs(instantMs, timeZone);
  return { wallMs, isSecond: instantsShowing(wallMs, timeZone)[1] === instantMs };
}
