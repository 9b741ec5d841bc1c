import type { Report } from "./finding";

const MAP = /^X-TIMESTAMP-MAP=(?=.*LOCAL:((?:\d{2,}:)?\d\d:\d\d\.\d{3}))(?=.*MPEGTS:(\d+))/m;
const TIMING = /^((?:\d{2,}:)?\d\d:\d\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?\d\d:\d\d\.\d{3})(?:[ \t].*)?$/;
const TICKS_PER_SECOND = 90_000;
/** The clock of MPEG-2 has 33 bits. */
const WRAP_SECONDS = 2 ** 33 / TICKS_PER_SECOND;
/** A cue may begin or end with the segment and touch its edges. */
const EDGE_SECONDS = 0.5;

/**
 * One WebVTT segment (RFC 8216 §3.5). `span` is where the segment lies in the media's own time, in seconds, known
 * from the picture or sound of the same number; null when it is not known.
 */
export function checkCaptionSegment(
  text: string,
  where: string,
  span: { from: number; to: number } | null,
  report: Report,
): void {
  if (!/^\uFEFF?WEBVTT([ \t\r\n]|$)/.test(text)) {
    report("captions-header", `${where}: ${JSON.stringify(text.slice(0, 40))}`);
    return;
  }
  const map = MAP.exec(text);
  if (!map && text.includes("-->")) report("captions-unmapped", where);
  const shift = map ? Number(map[2]) / TICKS_PER_SECOND - secondsOf(map[1] as string) : 0;
  for (const line of text.split(/\r?\n/)) {
    if (!line.includes("-->")) continue;
    const [, begins, ends] = TIMING.exec(line) ?? [];
    if (begins === undefined || ends === undefined || secondsOf(ends) <= secondsOf(begins)) {
      report("cue-malformed", `${where}: ${JSON.stringify(line)}`);
      continue;
    }
    if (!span) continue;
    const [from, to] = [onClock(secondsOf(begins) + shift, span.from), onClock(secondsOf(ends) + shift, span.from)];
    if (to < span.from - EDGE_SECONDS || from > span.to + EDGE_SECONDS)
      report(
        "cue-elsewhere",
        `${where}: ${line}, and the segment lasts from ${span.from.toFixed(3)} to ${span.to.toFixed(3)} s`,
      );
  }
}

function secondsOf(time: string): number {
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The instant nearest to another on a clock that wraps. */
function onClock(seconds: number, near: number): number {
  return seconds + Math.round((near - seconds) / WRAP_SECONDS) * WRAP_SECONDS;
}
