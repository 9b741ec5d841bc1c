import type { TvProgramme } from "./programme";

export const HALF_HOUR_MS = 1_800_000;
/** So much time lies between the left and the right end of the guide. */
export const GUIDE_SPAN_MS = 4 * HALF_HOUR_MS;
/** How far ahead a television's guide goes. */
export const GUIDE_AHEAD_MS = 7 * 24 * 3_600_000;

/** A stretch of a row: a programme, or null where nothing is known. */
export interface GuideCell {
  programme: TvProgramme | null;
  startsAtMs: number;
  endsAtMs: number;
}

export interface GuideFocus {
  row: number;
  /** An instant inside the focused cell; moving up and down keeps to it. */
  atMs: number;
  /** Left end of what is shown. */
  fromMs: number;
}

export function halfHourOf(ms: number): number {
  return Math.floor(ms / HALF_HOUR_MS) * HALF_HOUR_MS;
}

/** The cells of a row between two instants, without a hole: what is not known is shown by the half hour. */
export function cellsBetween(programmes: readonly TvProgramme[], fromMs: number, toMs: number): GuideCell[] {
  const cells: GuideCell[] = [];
  let atMs = fromMs;
  const empty = (untilMs: number) => {
    while (atMs < untilMs) {
      const endsAtMs = Math.min(halfHourOf(atMs) + HALF_HOUR_MS, untilMs);
      cells.push({ programme: null, startsAtMs: atMs, endsAtMs });
      atMs = endsAtMs;
    }
  };
  for (const programme of programmes) {
    if (programme.endsAtMs <= atMs || programme.startsAtMs >= toMs) continue;
    empty(programme.startsAtMs);
    cells.push({ programme, startsAtMs: programme.startsAtMs, endsAtMs: programme.endsAtMs });
    atMs = programme.endsAtMs;
  }
  empty(toMs);
  return cells;
}

export function cellAt(cells: readonly GuideCell[], atMs: number): GuideCell | null {
  return cells.find(({ startsAtMs, endsAtMs }) => startsAtMs <= atMs && endsAtMs > atMs) ?? null;
}

/**
 * Where an arrow leads from the focused cell. Time begins at `nowMs`: what is over cannot be watched. The view follows
 * by half hours, so that the beginning of what is focused is seen; one that began before the view is seen from its left
 * end.
 */
export function movedSideways(focus: GuideFocus, cell: GuideCell | null, step: 1 | -1, nowMs: number): GuideFocus {
  const firstMs = halfHourOf(nowMs);
  const lastMs = nowMs + GUIDE_AHEAD_MS;
  const targetMs = step === 1 ? (cell?.endsAtMs ?? focus.atMs + HALF_HOUR_MS) : (cell?.startsAtMs ?? focus.atMs) - 1;
  if (targetMs < nowMs || targetMs >= lastMs) return focus;
  let { fromMs } = focus;
  if (targetMs >= fromMs + GUIDE_SPAN_MS - HALF_HOUR_MS / 2) fromMs = halfHourOf(targetMs) - HALF_HOUR_MS;
  if (targetMs < fromMs) fromMs = halfHourOf(targetMs);
  return { ...focus, atMs: targetMs, fromMs: Math.max(firstMs, fromMs) };
}

/** The same instant some rows further; the ends of the list hold. */
export function movedToRow(focus: GuideFocus, step: number, rowCount: number, nowMs: number): GuideFocus {
  const row = Math.min(Math.max(focus.row + step, 0), Math.max(rowCount - 1, 0));
  // Of what is on now every row has something; what began earlier is meant by "now", and what is left of the view is not seen.
  return { ...focus, row, atMs: Math.max(focus.atMs, focus.fromMs, nowMs) };
}

/** The guide goes on with the clock: what was left behind leaves the view. */
export function keptUp(focus: GuideFocus, nowMs: number): GuideFocus {
  const fromMs = Math.max(focus.fromMs, halfHourOf(nowMs));
  return { ...focus, fromMs, atMs: Math.max(focus.atMs, nowMs) };
}

/** First of the rows that are shown, so that the focused one is among them, with one more beyond it where there is one. */
export function firstRowShown(row: number, before: number, shown: number, rowCount: number): number {
  const last = Math.max(0, rowCount - shown);
  let first = Math.min(before, last);
  if (row < first + 1) first = row - 1;
  if (row > first + shown - 2) first = row - shown + 2;
  return Math.min(Math.max(first, 0), last);
}
