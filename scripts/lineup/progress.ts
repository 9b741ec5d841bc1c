import { bytesText, lengthText } from "./text-of";

/** Where progress goes: standard error, so that standard output holds results only. */
export interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export interface Line {
  name: string;
  /** Bytes or percent, of `total`. */
  done: number;
  total: number;
  /** What stands at the end of the line. */
  note: string;
}

const REDRAW_MS = 100;
const NARROW = 80;
const CELLS = 20;

/** Lines of progress that redraw themselves on a terminal; elsewhere each `settle` writes one plain line. */
export interface Progress {
  show(line: Line): void;
  /** Says how it ended, for good. */
  settle(name: string, text: string): void;
}

export const silent: Progress = { show: () => {}, settle: () => {} };

/** Opens progress on a screen. `now` is in milliseconds. */
export function openProgress(screen: Screen, now: () => number): Progress {
  const lines = new Map<string, Line>();
  let drawn = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const erase = () => {
    if (drawn > 0) screen.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = () => {
    erase();
    // A terminal that does not know its width says 0.
    const width = screen.columns || NARROW;
    for (const line of lines.values()) screen.write(`${barText(line, width)}\n`);
    drawn = lines.size;
    drawnAtMs = now();
  };
  return {
    show(line) {
      if (!screen.isTTY) return;
      const isNew = !lines.has(line.name);
      lines.set(line.name, line);
      if (isNew || now() - drawnAtMs >= REDRAW_MS) draw();
    },
    settle(name, text) {
      erase();
      lines.delete(name);
      screen.write(`${text}\n`);
      if (lines.size > 0) draw();
    },
  };
}

/** One line: name, bar, share, note; never wider than the terminal, or redrawing would climb too far. */
export function barText({ name, done, total, note }: Line, width: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.round(share * CELLS);
  const right = `${"█".repeat(full)}${"░".repeat(CELLS - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${note}`;
  const room = width - right.length - 2;
  if (room < 8) return right.slice(0, width - 1);
  const shown = name.length > room - 1 ? `${name.slice(0, room - 2)}…` : name;
  return `${shown.padEnd(Math.min(room - 1, 32))} ${right}`.slice(0, width - 1);
}

/** "12.3 MB of 1.2 GB, 8.1 MB/s, 2:03 left", from how much went how fast since `startedMs`. */
export function rateNote(sent: number, total: number, sentSinceStart: number, elapsedMs: number): string {
  const so = `${bytesText(sent)} of ${bytesText(total)}`;
  if (elapsedMs < 1000 || sentSinceStart <= 0) return so;
  const perSecond = sentSinceStart / (elapsedMs / 1000);
  return `${so}, ${bytesText(perSecond)}/s, ${lengthText((total - sent) / perSecond)} left`;
}
