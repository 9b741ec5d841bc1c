import type { Stretch } from "./gaps";
import { wallClockMs } from "./grid-day";
import { layOut, type NotLaid, wallOf } from "./lay-out";

/** Where the blocks of a stretch come to lie, and what finds no place there. */
export interface Copies<T> {
  copies: (Stretch & { of: T })[];
  notLaid: Pick<NotLaid<{ of: T }>, "entry" | "atMs" | "reason">[];
}

/** As much later or earlier as the target lies from the stretch: a day of 24 hours is a day. */
export function shiftedCopies<T extends Stretch>(blocks: readonly T[], byMs: number): Copies<T> {
  const copies = blocks.map((of) => ({ of, fromMs: of.fromMs + byMs, toMs: of.toMs + byMs }));
  return { copies, notLaid: [] };
}

/**
 * At the times that the clocks of a zone showed for the originals, as many days on as the target lies from the
 * stretch: what began at 20:15 begins at 20:15, whatever the clocks did in between.
 */
export function localTimeCopies<T extends Stretch>(
  blocks: readonly T[],
  from: { sourceMs: number; targetMs: number },
  timeZone: string,
): Copies<T> {
  const shiftMs = wallClockMs(from.targetMs, timeZone) - wallClockMs(from.sourceMs, timeZone);
  const entries = blocks.map((of) => {
    const { wallMs, isSecond } = wallOf(of.fromMs, timeZone);
    return { of, wallMs: wallMs + shiftMs, isSecond, durationMs: of.toMs - of.fromMs };
  });
  const { laid, notLaid } = layOut(entries, timeZone);
  return { copies: laid.map(({ entry, fromMs, toMs }) => ({ of: entry.of, fromMs, toMs })), notLaid };
}
