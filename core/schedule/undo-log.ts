import { type GuideEdit, inverseOf, type Slot } from "./guide-edit";

/** What can be taken back and what can be done again, the newest last. */
export interface UndoLog<B extends Slot = Slot> {
  done: readonly GuideEdit<B>[];
  undone: readonly GuideEdit<B>[];
}

/** Nobody goes back further, and a day at the guide must not grow without end. */
export const LONGEST_LOG = 200;
export const EMPTY_LOG: UndoLog<never> = { done: [], undone: [] };

/** A new step: what was taken back before can no longer be done again. */
export function logged<B extends Slot>(log: UndoLog<B>, edit: GuideEdit<B>): UndoLog<B> {
  return { done: [...log.done, edit].slice(-LONGEST_LOG), undone: [] };
}

/** The edit that takes the newest step back, and the log after it; null when there is none. */
export function undone<B extends Slot>(log: UndoLog<B>): { edit: GuideEdit<B>; log: UndoLog<B> } | null {
  const last = log.done.at(-1);
  if (!last) return null;
  return { edit: inverseOf(last), log: { done: log.done.slice(0, -1), undone: [...log.undone, last] } };
}

/** The step that was taken back last, to be done again, and the log after it; null when there is none. */
export function redone<B extends Slot>(log: UndoLog<B>): { edit: GuideEdit<B>; log: UndoLog<B> } | null {
  const last = log.undone.at(-1);
  if (!last) return null;
  return { edit: last, log: { done: [...log.done, last], undone: log.undone.slice(0, -1) } };
}

/** The log with what a step came to, when it was carried over to a guide that had changed meanwhile. */
export function replaced<B extends Slot>(log: UndoLog<B>, edit: GuideEdit<B>, by: GuideEdit<B>): UndoLog<B> {
  return { ...log, done: log.done.map((each) => (each === edit ? by : each)) };
}

/** The log without a step that was refused, done or taken back: it can be neither again. */
export function struck<B extends Slot>(log: UndoLog<B>, edit: GuideEdit<B>): UndoLog<B> {
  const without = (edits: readonly GuideEdit<B>[]) => edits.filter((each) => each !== edit && each !== edit.takesBack);
  return { done: without(log.done), undone: without(log.undone) };
}
