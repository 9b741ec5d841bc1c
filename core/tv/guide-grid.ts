import type { TvProgramme } from "./programme";

const MINUTE_MS = 60_000;

/** How much time lies between the left and the right end of the guide, and between two of its times. */
export interface GuideScale {
  spanMs: number;
  tickMs: number;
}

/** For programmes of half an hour and longer, of some minutes, and of next to nothing. */
const SCALES: readonly GuideScale[] = [
  { spanMs: 120 * MINUTE_MS, tickMs: 30 * MINUTE_MS },
  { spanMs: 60 * MINUTE_MS, tickMs: 15 * MINUTE_MS },
  { spanMs: 30 * MINUTE_MS, tickMs: 10 * MINUTE_MS },
];
/** What is usual must be as wide as a sixth of the guide, so that its title can be read. */
const LEAST_SHARE = 1 / 6;

/** The widest scale on which a usual programme is wide enough for its title. */
export function scaleFor(programmes: readonly TvProgramme[]): GuideScale {
  const lengths = programmes.map(({ startsAtMs, endsAtMs }) => endsAtMs - startsAtMs).sort((a, b) => a - b);
  const usualMs = lengths[Math.floor(lengths.length / 2)] ?? Number.POSITIVE_INFINITY;
  const [widest, ...closer] = SCALES as [GuideScale, ...GuideScale[]];
  return (
    [widest, ...closer].find(({ spanMs }) => usualMs >= spanMs * LEAST_SHARE) ?? closer[closer.length - 1] ?? widest
  );
}

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

/** The last of the guide's times that is not later. */
export function tickOf(ms: number, { tickMs }: GuideScale): number {
  return Math.floor(ms / tickMs) * tickMs;
}

/** The cells of a row from an instant to the end of the view, without a hole: what is not known is cut at the guide's times. */
export function cellsFrom(programmes: readonly TvProgramme[], fromMs: number, scale: GuideScale): GuideCell[] {
  const toMs = fromMs + scale.spanMs;
  const cells: GuideCell[] = [];
  let atMs = fromMs;
  const empty = (untilMs: number) => {
    while (atMs < untilMs) {
      const endsAtMs = Math.min(tickOf(atMs, scale) + scale.tickMs, untilMs);
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
 * in steps of its times, so that the beginning of what is focused is seen; one that began before the view is seen from its
 * left end.
 */
export function movedSideways(
  focus: GuideFocus,
  cell: GuideCell | null,
  step: 1 | -1,
  nowMs: number,
  scale: GuideScale,
): GuideFocus {
  const { spanMs, tickMs } = scale;
  const lastMs = nowMs + GUIDE_AHEAD_MS;
  const targetMs = step === 1 ? (cell?.endsAtMs ?? focus.atMs + tickMs) : (cell?.startsAtMs ?? focus.atMs) - 1;
  if (targetMs < nowMs || targetMs >= lastMs) return focus;
  let { fromMs } = focus;
  if (targetMs >= fromMs + spanMs - tickMs / 2) fromMs = tickOf(targetMs, scale) - tickMs;
  if (targetMs < fromMs) fromMs = tickOf(targetMs, scale);
  return { ...focus, atMs: targetMs, fromMs: Math.max(tickOf(nowMs, scale), fromMs) };
}

/** The same instant some rows further; the ends of the list hold. */
export function movedToRow(focus: GuideFocus, step: number, rowCount: number, nowMs: number): GuideFocus {
  const row = Math.min(Math.max(focus.row + step, 0), Math.max(rowCount - 1, 0));
  // Of what is on now every row has something; what began earlier is meant by "now", and what is left of the view is not seen.
  return { ...focus, row, atMs: Math.max(focus.atMs, focus.fromMs, nowMs) };
}

/** The guide goes on with the clock: what was left behind leaves the view. */
export function keptUp(focus: GuideFocus, nowMs: number, scale: GuideScale): GuideFocus {
  const fromMs = Math.max(focus.fromMs, tickOf(nowMs, scale));
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
