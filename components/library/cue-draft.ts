import type { Cue } from "@/core/content/captions";

/** A caption while it is written: times as text, so that a half-typed one is not lost. */
export interface CueDraft {
  key: string;
  start: string;
  end: string;
  text: string;
  settings: string;
}

const TIME = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/** 1:02:03.450 or 2:03.450 */
export function cueTimeText(ms: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = `${two(Math.floor(ms / 1000) % 60)}.${String(Math.round(ms) % 1000).padStart(3, "0")}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** Milliseconds of a time as it is written in captions, or null for what is none. */
export function parseCueTime(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
}

export function draftOf(cue: Cue, key: string): CueDraft {
  const { startMs, endMs, text, settings } = cue;
  return { key, start: cueTimeText(startMs), end: cueTimeText(endMs), text, settings };
}

/** What is wrong with a caption, in words; null when it can be saved. */
export function draftProblem({ start, end, text }: CueDraft): string | null {
  const [startMs, endMs] = [parseCueTime(start), parseCueTime(end)];
  if (startMs === null) return "Write when it begins, as 1:02.500.";
  if (endMs === null) return "Write when it ends, as 1:04.000.";
  if (endMs <= startMs) return "It ends before it begins.";
  return text.trim() === "" ? "It says nothing. Write something, or remove it." : null;
}

/** Drafts without a problem, as captions in order of time. */
export function cuesOf(drafts: readonly CueDraft[]): Cue[] {
  return drafts
    .map(({ start, end, text, settings }) => ({
      startMs: parseCueTime(start) ?? 0,
      endMs: parseCueTime(end) ?? 0,
      // An empty line would end the caption in the file.
      text: text.trim().replace(/\n\s*\n+/g, "\n"),
      settings,
    }))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

/** All times moved by so much, never before the beginning. Times that cannot be read stay as they are. */
export function shifted(drafts: readonly CueDraft[], byMs: number): CueDraft[] {
  const move = (text: string) => {
    const ms = parseCueTime(text);
    return ms === null ? text : cueTimeText(Math.max(0, ms + byMs));
  };
  return drafts.map((draft) => ({ ...draft, start: move(draft.start), end: move(draft.end) }));
}
