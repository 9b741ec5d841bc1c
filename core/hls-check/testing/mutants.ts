import type { Reply } from "../reply-rules";
import type { RuleId } from "../rules";
import { count, moveDates, onlyNewest, piecesOf, rewritten, textOf } from "./edit-playlist";
import { START } from "./evening";
import type { SimulatedOrigin } from "./simulated-origin";

/** One fault in an otherwise correct stream, and the rule that must name it. */
export interface Mutant {
  rule: RuleId;
  /** What is broken, in words. */
  fault: string;
  reply: (reply: Reply, nowMs: number, origin: SimulatedOrigin) => Reply;
}

/** When faults that need a past begin. */
export const LATER = START + 120_000;

/** Changes the text of a playlist; `then` is what the same address answered `LATER`. */
export type Change = (text: string, nowMs: number, then: () => string) => string;

/** A fault in the text of playlists. */
export function inText(names: RegExp, change: Change): Mutant["reply"] {
  return (reply, nowMs, origin) => {
    if (reply.status !== 200 || !names.test(reply.url)) return reply;
    const then = () => new TextDecoder().decode(origin.reply(reply.url, LATER).body);
    return rewritten(reply, (text) => change(text, nowMs, then));
  };
}

export const ANY = /\/(1080p|720p|480p|360p|audio|captions)\.m3u8$/;
export const ONE = /\/720p\.m3u8$/;
export const SOUND = /\/audio\.m3u8$/;
export const MAIN = /\/master\.m3u8$/;

export const mutant = (rule: RuleId, fault: string, reply: Mutant["reply"]): Mutant => ({ rule, fault, reply });

/** A fault in the lines of the n-th segment from the head. */
function inSegment(at: number, change: (lines: string[]) => string[]): (text: string) => string {
  return (text) => {
    const pieces = piecesOf(text);
    pieces.segments[at] = change(pieces.segments[at] ?? []);
    return textOf(pieces);
  };
}

const withoutTag = (name: string) => (text: string) => text.replace(new RegExp(`^#${name}(:.*)?\\n`, "gm"), "");
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const withoutLines = (pattern: RegExp) => (lines: string[]) => lines.filter((line) => !pattern.test(line));

/** Faults that one playlist shows by itself. */
export const STATIC_MUTANTS: Mutant[] = [
  mutant("not-utf8", "a stray byte", (reply) =>
    ONE.test(reply.url) ? { ...reply, body: Uint8Array.of(...reply.body, 0x23, 0xff, 0x0a) } : reply,
  ),
  mutant("byte-order-mark", "EF BB BF in front", (reply) =>
    ONE.test(reply.url) ? { ...reply, body: Uint8Array.of(0xef, 0xbb, 0xbf, ...reply.body) } : reply,
  ),
  mutant(
    "control-character",
    "a bell in a comment",
    inText(ONE, (text) => `${text}# ding \u0007\n`),
  ),
  mutant("stray-space", "a space behind EXTINF", inText(ONE, replaced(/^(#EXTINF.*)$/m, "$1 "))),
  mutant("no-header", "no #EXTM3U", inText(ONE, replaced("#EXTM3U\n", ""))),
  mutant("malformed-attributes", "a space in a list", inText(ONE, replaced('MAP:URI="', 'MAP: URI="'))),
  mutant("malformed-attributes", "a comma at the end", inText(ONE, replaced(/^(#EXT-X-MAP.*)$/m, "$1,"))),
  mutant("malformed-value", "a fraction as target duration", inText(ONE, replaced("DURATION:5", "DURATION:5.0"))),
  mutant("malformed-value", "a date without its zone", inText(ONE, replaced(/(DATE-TIME:.*)Z/, "$1"))),
  mutant("repeated-tag", "two versions", inText(ONE, replaced(/^(#EXT-X-VERSION.*\n)/m, "$1$1"))),
  mutant(
    "mixed-playlist",
    "a variant among segments",
    inText(ONE, (text) => `${text}#EXT-X-STREAM-INF:BANDWIDTH=1\n`),
  ),
  mutant("version-too-low", "version 3 with EXT-X-MAP", inText(ONE, replaced("VERSION:7", "VERSION:3"))),
  mutant("no-target-duration", "no EXT-X-TARGETDURATION", inText(ONE, withoutTag("EXT-X-TARGETDURATION"))),
  mutant("target-duration-exceeded", "3 s said, 4 s listed", inText(ANY, replaced("DURATION:5", "DURATION:3"))),
  mutant("no-extinf", "a segment without length", inText(ONE, inSegment(4, withoutLines(/^#EXTINF/)))),
  mutant("extinf-imprecise", "two decimals", inText(ONE, replaced(/(#EXTINF:\d+\.\d\d)\d+/g, "$1"))),
  mutant(
    "media-sequence-late",
    "the counter at the end",
    inText(ONE, (text) => `${withoutTag("EXT-X-MEDIA-SEQUENCE")(text)}#EXT-X-MEDIA-SEQUENCE:3\n`),
  ),
  mutant(
    "discontinuity-sequence-late",
    "the counter at the end",
    inText(ONE, (text) => `${withoutTag("EXT-X-DISCONTINUITY-SEQUENCE")(text)}#EXT-X-DISCONTINUITY-SEQUENCE:3\n`),
  ),
  mutant("no-discontinuity-sequence", "no such counter", inText(ANY, withoutTag("EXT-X-DISCONTINUITY-SEQUENCE"))),
  mutant("no-init-segment", "no EXT-X-MAP", inText(ONE, withoutTag("EXT-X-MAP"))),
  mutant(
    "no-fresh-map",
    "EXT-X-MAP at the head only",
    inText(ONE, (text) => {
      const pieces = piecesOf(text);
      const rest = pieces.segments.slice(1).map((lines) => lines.filter((line) => !line.startsWith("#EXT-X-MAP")));
      return textOf({ head: pieces.head, segments: [pieces.segments[0] as string[], ...rest] });
    }),
  ),
  mutant("no-discontinuity", "items follow each other unmarked", inText(ONE, withoutTag("EXT-X-DISCONTINUITY"))),
  mutant(
    "no-discontinuity",
    "the slate loops unmarked",
    inText(ONE, (text) => {
      const pieces = piecesOf(text);
      const loops = (lines: string[]) =>
        lines.some((line) => line.startsWith("/slate/") && line.endsWith("/00000.m4s"));
      const bare = (lines: string[]) => lines.filter((line) => !/^#EXT-X-(DISCONTINUITY|MAP)/.test(line));
      return textOf({
        ...pieces,
        segments: pieces.segments.map((lines, at) => (at > 0 && loops(lines) ? bare(lines) : lines)),
      });
    }),
  ),
  mutant("no-date", "the first segment is not dated", inText(ANY, inSegment(0, withoutLines(/DATE-TIME/)))),
  mutant(
    "date-jumps",
    "two seconds are missing",
    inText(
      ANY,
      inSegment(5, (lines) => lines.map((line) => moveDates(line, 2_000))),
    ),
  ),
  mutant(
    "window-too-short",
    "three segments",
    inText(ANY, (text) => onlyNewest(text, 3)),
  ),
  mutant(
    "window-below-a-minute",
    "twelve segments",
    inText(ANY, (text) => onlyNewest(text, 12)),
  ),
  mutant(
    "playlist-type",
    "an event",
    inText(ONE, replaced("#EXT-X-TARGET", "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGET")),
  ),
  mutant(
    "ended",
    "an end",
    inText(ONE, (text) => `${text}#EXT-X-ENDLIST\n`),
  ),
  mutant(
    "nothing-listed",
    "no segment",
    inText(ONE, (text) => textOf({ ...piecesOf(text), segments: [] })),
  ),
  mutant("date-range-incomplete", "no ID", inText(ONE, replaced(/(DATERANGE:)ID="[^"]*",/, "$1"))),
  mutant(
    "date-range-times",
    "an end before the start",
    inText(ONE, replaced(/(START-DATE="[^"]*")/, '$1,END-DATE="2001-01-01T00:00:00Z"')),
  ),
  mutant("date-range-without-dates", "ranges and no dates", inText(ANY, withoutTag("EXT-X-PROGRAM-DATE-TIME"))),
  mutant(
    "scte35-malformed",
    "a digit is wrong",
    inText(ONE, (text) =>
      text.replace(/(SCTE35-OUT=0xFC.{20})(.)/, (_, before, digit) => `${before}${digit === "0" ? "1" : "0"}`),
    ),
  ),
  mutant("scte35-malformed", "half a message", inText(ONE, replaced(/(SCTE35-OUT=0xFC.{20})[0-9A-F]*/, "$1"))),
  mutant("cues-unpaired", "two breaks begin at once", inText(ONE, replaced(/^(#EXT-X-CUE-OUT:.*\n)/m, "$1$1"))),
];

/** A counter that is wrong by a fixed number. */
export const shifted = (name: "MEDIA" | "DISCONTINUITY", by: number) => (text: string) =>
  count(text, name, (number) => number + by);
