import type { Reply } from "../reply-rules";

/** A media playlist in pieces, so that a test can break it: its head, and the lines of each segment. */
export interface Pieces {
  head: string[];
  segments: string[][];
}

export function piecesOf(text: string): Pieces {
  const lines = text.trimEnd().split("\n");
  const starts = lines.findIndex((line) => /^#(EXTINF|EXT-X-(DISCONTINUITY$|MAP|PROGRAM|DATERANGE|CUE))/.test(line));
  const pieces: Pieces = { head: starts < 0 ? lines : lines.slice(0, starts), segments: [] };
  let segment: string[] = [];
  for (const line of starts < 0 ? [] : lines.slice(starts)) {
    segment.push(line);
    if (line.startsWith("#")) continue;
    pieces.segments.push(segment);
    segment = [];
  }
  return pieces;
}

export function textOf({ head, segments }: Pieces): string {
  return `${[...head, ...segments.flat()].join("\n")}\n`;
}

export const counterOf = (text: string, name: "MEDIA" | "DISCONTINUITY"): number =>
  Number(new RegExp(`#EXT-X-${name}-SEQUENCE:(\\d+)`).exec(text)?.[1]);

/** Sets a counter of the head to what `change` makes of it. */
export function count(text: string, name: "MEDIA" | "DISCONTINUITY", change: (number: number) => number): string {
  return text.replace(
    new RegExp(`(#EXT-X-${name}-SEQUENCE:)(\\d+)`),
    (_, tag, number) => `${tag}${change(Number(number))}`,
  );
}

/** Only the newest `segments` are left, counted properly. */
export function onlyNewest(text: string, segments: number): string {
  const pieces = piecesOf(text);
  const gone = pieces.segments.slice(0, -segments);
  const tags = gone.flat().filter((line) => line === "#EXT-X-DISCONTINUITY").length;
  const map = gone.flat().findLast((line) => line.startsWith("#EXT-X-MAP"));
  const kept = pieces.segments.slice(-segments);
  if (map && !kept[0]?.some((line) => line.startsWith("#EXT-X-MAP"))) kept[0]?.unshift(map);
  const left = textOf({ head: pieces.head, segments: kept });
  const counted = count(left, "MEDIA", (number) => number + gone.length);
  return count(counted, "DISCONTINUITY", (number) => number + tags);
}

/** Moves every date by so many milliseconds. */
export function moveDates(text: string, byMs: number): string {
  return text.replace(
    /(#EXT-X-PROGRAM-DATE-TIME:)(.*)/g,
    (_, tag, date) => `${tag}${new Date(Date.parse(date) + byMs).toISOString()}`,
  );
}

/** The same answer with another text. */
export function rewritten(reply: Reply, change: (text: string) => string): Reply {
  return { ...reply, body: new TextEncoder().encode(change(new TextDecoder().decode(reply.body))) };
}
