import type { z } from "zod";
import { Language } from "../content/contract";
import { shown, splitList } from "./csv-cells";

/** What a cell means, or what is wrong with it. */
export type CellReader = (cell: string) => unknown | { problem: string };

/** Longer than any programme, and than anything that was ever uploaded. */
const MAX_DURATION_MS = 30 * 24 * 3_600_000;

export function readCell<T extends z.ZodType>(schema: T, cell: string, otherwise: string) {
  const parsed = schema.safeParse(cell);
  return parsed.success ? parsed.data : { problem: otherwise };
}

/** A whole number within bounds; null for an empty cell. */
export function wholeNumber(least: number, most: number): CellReader {
  return (cell) => {
    const text = cell.trim();
    if (text === "") return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : { problem: `must be a whole number from ${least} to ${most}` };
  };
}

/** Seconds (`5400`, `90.5`) or a clock (`1:30:00`, `12:05`), as milliseconds; null for an empty cell. */
export function durationMs(cell: string): number | null | { problem: string } {
  const text = cell.trim();
  if (text === "") return null;
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:\.\d{1,3})?)$/.exec(text);
  const seconds = clock
    ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    : /^\d{1,7}(\.\d{1,3})?$/.test(text)
      ? Number(text)
      : Number.NaN;
  const ms = Math.round(seconds * 1000);
  return ms > 0 && ms <= MAX_DURATION_MS
    ? ms
    : { problem: "must be seconds (5400) or a time (1:30:00), up to 30 days" };
}

const kept = new Map<string, string | { problem: string }>();

/** A BCP 47 tag. Files name few languages in many rows, and asking for each is slow. */
export function language(tag: string): string | { problem: string } {
  let found = kept.get(tag);
  if (found === undefined) {
    found = readCell(Language, tag, "must be a language tag such as de or pt-BR");
    if (kept.size < 1000) kept.set(tag, found);
  }
  return found;
}

export const rating = { most: 20, length: 30 };

/** A list of names within bounds. */
export function labels(cell: string, bounds = { most: 50, length: 60 }): string[] | { problem: string } {
  const names = splitList(cell);
  if (names.length > bounds.most) return { problem: `must hold ${bounds.most} names at most, separated by |` };
  const wrong = names.find((name) => name.length > bounds.length || name.includes("\0"));
  if (wrong) return { problem: `“${shown(wrong, 40)}…” is longer than ${bounds.length} characters` };
  return names;
}

/** An address, of which only the form is looked at here; null for an empty cell. */
export function url(cell: string): string | null | { problem: string } {
  const text = cell.trim();
  if (text === "") return null;
  if (text.length > 4096 || !URL.canParse(text)) return { problem: "must be a web address such as https://…" };
  return new URL(text).href;
}
