import { addDays, type DayName, parseTimeOfDay } from "./grid-day";
import { layOut, type WallEntry, wallOf } from "./lay-out";

const DAY_MS = 86_400_000;

/** The part of a template's entry that says when it is. */
export interface WeekTime {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  localTime: string;
  durationSeconds: number;
}

/** The Monday of the week to which a day belongs. */
export function mondayOf(day: DayName): DayName {
  return addDays(day, 1 - weekdayOf(day));
}

/** ISO weekday: 1 is Monday. */
function weekdayOf(day: DayName): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** When an entry begins, counted from midnight of Monday on the wall clock. */
export function weekOffsetMs({ weekday, localTime }: WeekTime): number {
  return (weekday - 1) * DAY_MS + (parseTimeOfDay(localTime) ?? 0);
}

/** Indexes of the first two entries that ask for the same time of the week; null when none do. */
export function firstCollision(entries: readonly WeekTime[]): [number, number] | null {
  const inOrder = entries
    .map((entry, index) => ({ index, fromMs: weekOffsetMs(entry), ms: Math.round(entry.durationSeconds * 1000) }))
    .sort((a, b) => a.fromMs - b.fromMs);
  for (const [at, entry] of inOrder.entries()) {
    const next = inOrder[at + 1];
    if (next && next.fromMs < entry.fromMs + entry.ms) return [entry.index, next.index];
  }
  return null;
}

/** An entry in one of the weeks to which a template is applied. */
export interface WeekEntry<T> extends WallEntry {
  of: T;
}

/** The entries of a template in so many weeks from `monday` on, by what the wall clock shows. */
export function entriesInWeeks<T extends WeekTime>(
  entries: readonly T[],
  monday: DayName,
  weeks: number,
): WeekEntry<T>[] {
  const mondayMs = Date.parse(`${monday}T00:00:00Z`);
  return Array.from({ length: weeks }, (_, week) =>
    entries.map((of) => ({
      of,
      wallMs: mondayMs + week * 7 * DAY_MS + weekOffsetMs(of),
      durationMs: Math.round(of.durationSeconds * 1000),
    })),
  ).flat();
}

/** A block as the template of a week needs it. Times are milliseconds since the Unix epoch. */
interface TimedBlock {
  fromMs: number;
  toMs: number;
}

/**
 * The times of a week's blocks as a template keeps them. Of blocks in an hour that comes twice, those of its second
 * time are left out where the first has one already: a week of other length has no place for them.
 */
export function weekTimesOf<T extends TimedBlock>(
  blocks: readonly T[],
  timeZone: string,
): { kept: (WeekTime & { block: T })[]; dropped: T[] } {
  const walls = blocks.map((block) => ({
    block,
    durationMs: block.toMs - block.fromMs,
    wallMs: wallOf(block.fromMs, timeZone).wallMs,
  }));
  // In Greenwich no time comes twice and none is missing, so that only a true collision is left out.
  const { laid, notLaid } = layOut(walls, "UTC");
  return {
    kept: laid.map(({ entry }) => ({
      ...weekTime(entry.wallMs),
      durationSeconds: entry.durationMs / 1000,
      block: entry.block,
    })),
    dropped: notLaid.map(({ entry }) => entry.block),
  };
}

function weekTime(wallMs: number): Pick<WeekTime, "weekday" | "localTime"> {
  const text = new Date(wallMs).toISOString();
  return { weekday: weekdayOf(text.slice(0, 10)), localTime: text.slice(11, 23).replace(/(:00)?\.000$/, "") };
}
