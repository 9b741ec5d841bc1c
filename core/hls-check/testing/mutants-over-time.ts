import { count, counterOf, moveDates, piecesOf, textOf } from "./edit-playlist";
import { ANY, type Change, inText, LATER, type Mutant, mutant, ONE, SOUND, shifted } from "./mutants";

/** From an instant on, and not before. */
const since =
  (change: Change): Change =>
  (text, nowMs, then) =>
    nowMs >= LATER ? change(text, nowMs, then) : text;

/** Answers what was true some time ago, as if it were new. */
function behind(names: RegExp, agoMs: (nowMs: number) => number): Mutant["reply"] {
  return (reply, nowMs, origin) => {
    if (!names.test(reply.url)) return reply;
    const old = origin.reply(reply.url, nowMs - agoMs(nowMs));
    return { ...old, headers: reply.headers, sentAtMs: reply.sentAtMs, receivedAtMs: reply.receivedAtMs };
  };
}

/** The segment that is the ninth of the playlist at `LATER`, wherever it is listed afterwards. */
function inOneSegment(change: (lines: string[]) => string[]): Change {
  return since((text, _nowMs, then) => {
    const pieces = piecesOf(text);
    const at = counterOf(then(), "MEDIA") + 8 - counterOf(text, "MEDIA");
    const lines = pieces.segments[at];
    if (lines) pieces.segments[at] = change(lines);
    return textOf(pieces);
  });
}

/** Faults that show between two fetches of one playlist. */
export const MUTANTS_OVER_TIME: Mutant[] = [
  mutant("media-sequence-went-back", "a restart that counts from lower", inText(ONE, since(shifted("MEDIA", -4)))),
  mutant(
    "media-sequence-miscounted",
    "a counter that stands still",
    inText(
      ONE,
      since((text, _nowMs, then) => count(text, "MEDIA", () => counterOf(then(), "MEDIA"))),
    ),
  ),
  mutant(
    "discontinuity-sequence-went-back",
    "a counter that starts anew",
    inText(
      ONE,
      since((text) => count(text, "DISCONTINUITY", () => 0)),
    ),
  ),
  mutant(
    "discontinuity-sequence-miscounted",
    "a counter that is always 0",
    inText(ONE, (text) => count(text, "DISCONTINUITY", () => 0)),
  ),
  mutant(
    "segment-changed",
    "another file under the same number",
    inText(
      ONE,
      inOneSegment((lines) => lines.map((line) => (line.startsWith("#") ? line : `${line}?again`))),
    ),
  ),
  mutant(
    "segment-changed",
    "another length of the same segment",
    inText(
      ONE,
      inOneSegment((lines) => lines.map((line) => line.replace(/#EXTINF:.*/, "#EXTINF:3.990000,"))),
    ),
  ),
  mutant(
    "segment-changed",
    "an inserted discontinuity",
    inText(
      ONE,
      inOneSegment((lines) => ["#EXT-X-DISCONTINUITY", ...lines]),
    ),
  ),
  mutant(
    "segment-withdrawn",
    "the newest two vanish",
    inText(ONE, (text, nowMs) => {
      const pieces = piecesOf(text);
      return nowMs === LATER ? textOf({ ...pieces, segments: pieces.segments.slice(0, -2) }) : text;
    }),
  ),
  mutant(
    "header-changed",
    "a new version",
    inText(
      ONE,
      since((text) => text.replace("VERSION:7", "VERSION:8")),
    ),
  ),
  mutant(
    "header-changed",
    "another target duration",
    inText(
      ANY,
      since((text) => text.replace("DURATION:5", "DURATION:6")),
    ),
  ),
  mutant(
    "date-changed",
    "a clock that was set",
    inText(
      ANY,
      since((text) => moveDates(text, 500)),
    ),
  ),
  mutant(
    "older-playlist",
    "an instance that lags",
    behind(ONE, (nowMs) => (nowMs === LATER ? 10_000 : 0)),
  ),
  mutant(
    "stalled",
    "no new segment for 15 s",
    behind(ONE, (nowMs) => Math.min(15_000, Math.max(0, nowMs - LATER))),
  ),
  mutant(
    "live-edge-late",
    "everything a minute late",
    behind(ANY, () => 60_000),
  ),
  mutant(
    "live-edge-early",
    "dates ten seconds ahead",
    inText(ANY, (text) => moveDates(text, 10_000)),
  ),
  mutant("unavailable", "an answer 500", (reply, nowMs) =>
    ONE.test(reply.url) && nowMs === LATER ? { ...reply, status: 500, body: new Uint8Array() } : reply,
  ),
  mutant(
    "date-range-changed",
    "a title that changes",
    inText(
      ONE,
      since((text) => text.replaceAll(/X-TITLE="[^"]*"/g, 'X-TITLE="Something else"')),
    ),
  ),
];

/** Faults that show between renditions. */
export const MUTANTS_BETWEEN_RENDITIONS: Mutant[] = [
  mutant(
    "target-durations-differ",
    "6 s for the sound",
    inText(SOUND, (text) => text.replace("DURATION:5", "DURATION:6")),
  ),
  mutant(
    "dates-in-some",
    "no dates for the sound",
    inText(SOUND, (text) => text.replace(/^#EXT-X-PROGRAM.*\n/gm, "")),
  ),
  mutant(
    "dates-differ",
    "300 ms later for the sound",
    inText(SOUND, (text) => moveDates(text, 300)),
  ),
  mutant("discontinuity-numbers-differ", "one more for the sound", inText(SOUND, shifted("DISCONTINUITY", 1))),
  mutant("media-sequences-differ", "seven more for the sound", inText(SOUND, shifted("MEDIA", 7))),
  mutant(
    "rendition-behind",
    "the sound is 14 s late",
    behind(SOUND, () => 14_000),
  ),
];
