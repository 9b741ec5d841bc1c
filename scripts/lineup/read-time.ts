import { usage } from "./failure";

const UNIT_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const RELATIVE = /^\+(\d+(?:\.\d+)?)([smhd])$/;
const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The instant that a word on the command line names, as ISO 8601 in UTC: an ISO instant, a date or date-time on the
 * clock of this computer, `now`, or `+2h` from `nowMs`.
 * @throws Failure with exit code 2
 */
export function readTime(word: string, nowMs: number): string {
  const relative = RELATIVE.exec(word);
  if (relative) return iso(nowMs + Number(relative[1]) * UNIT_MS[relative[2]!]!, word);
  if (word === "now") return iso(nowMs, word);
  const written = WRITTEN.exec(word);
  if (!written) throw refusal(word);
  const [, date, time = "00:00", zone = ""] = written;
  const ms = Date.parse(`${date}T${time}${zone}`);
  // 31 February is no date, although some engines take it for one in March.
  const day = new Date(`${date}T00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) throw refusal(word);
  return iso(ms, word);
}

function iso(ms: number, word: string): string {
  const instant = new Date(ms);
  if (Number.isNaN(instant.getTime())) throw refusal(word);
  return instant.toISOString();
}

function refusal(word: string) {
  return usage(`“${word}” is no time. Write 2026-12-24T20:00Z, "2026-12-24 20:00", now, or +30m.`);
}
