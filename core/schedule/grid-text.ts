import { wallClockMs } from "./grid-day";

const two = (value: number) => String(value).padStart(2, "0");

/** `20:15:30` on the wall clock of `timeZone`; milliseconds are cut off, as clocks do. */
export function clockText(instantMs: number, timeZone: string, precision: "minutes" | "seconds" = "seconds"): string {
  const wall = new Date(wallClockMs(instantMs, timeZone));
  const minutes = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
  return precision === "minutes" ? minutes : `${minutes}:${two(wall.getUTCSeconds())}`;
}

/** Length for people: `45 s`, `12 min 30 s`, `2 h 05 min`; seconds are left out from an hour on unless `exact`. */
export function lengthText(durationMs: number, exact = false): string {
  const seconds = Math.round(durationMs / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (h > 0) {
    const minutes = m > 0 || (exact && s > 0) ? ` ${two(m)} min` : "";
    return `${h} h${minutes}${exact && s > 0 ? ` ${two(s)} s` : ""}`;
  }
  if (m > 0) return s > 0 ? `${m} min ${two(s)} s` : `${m} min`;
  return `${s} s`;
}

/** `0:45`, `12:30`, `2:05:00`: the length of a programme, as covers print it. */
export function runtimeText(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A length that a person typed (`1:30:00`, `12:30`, `45`, with up to three decimals) in milliseconds; null when it is none. */
export function parseRuntime(text: string): number | null {
  const match = /^\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d{1,3})?)\s*$/.exec(text);
  if (!match) return null;
  const [h, m, s] = [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3])];
  if (match[2] !== undefined && s >= 60) return null;
  if (match[1] !== undefined && m >= 60) return null;
  return Math.round(((h * 60 + m) * 60 + s) * 1000);
}

/** `Saturday 21 November 2026` or `Sat, 21 Nov 2026`, from a `YYYY-MM-DD` day. */
export function dayText(day: string, style: "long" | "short" = "long"): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: style,
    day: "numeric",
    month: style,
    year: "numeric",
  }).format(Date.parse(`${day}T00:00:00Z`));
}
