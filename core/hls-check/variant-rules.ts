import type { Report } from "./finding";
import { endOf, type ListedSegment, type MediaList } from "./media-list";

/** The newest playlist of a rendition and when it was fetched. */
export interface FetchedList {
  rendition: string;
  carries: "media" | "captions";
  list: MediaList;
  sentAtMs: number;
  receivedAtMs: number;
}

/** Dates of one segment in two renditions agree within this: they are written to the millisecond. */
const SAME_DATE_MS = 50;
/** Dates further apart than this belong to different segments. */
const SAME_SEGMENT_MS = 1_000;

/** Holds the playlist of one rendition against that of another (RFC 8216 §6.2.4). */
export function checkAgainst(one: FetchedList, other: FetchedList, report: Report): void {
  if (one.carries === "media" && other.carries === "media") {
    const [a, b] = [one.list.targetDuration, other.list.targetDuration];
    if (a !== null && b !== null && a !== b)
      report("target-durations-differ", `${a} s here, ${b} s in ${other.rendition}`);
  }
  const dated = (list: MediaList) => list.segments.some((segment) => segment.dateMs !== null);
  if (one.list.segments.length === 0 || other.list.segments.length === 0) return;
  if (dated(one.list) !== dated(other.list)) {
    if (!dated(one.list)) report("dates-in-some", `no date here, dates in ${other.rendition}`);
    return;
  }
  compareNumbers(one.list, other, report);
  compareEnds(one, other, report);
}

function compareNumbers(list: MediaList, other: FetchedList, report: Report): void {
  for (const segment of list.segments) {
    const twin = other.list.segments[segment.mediaSequence - other.list.mediaSequence];
    if (!twin || segment.startsAtMs === null || twin.startsAtMs === null) continue;
    const offMs = Math.abs(segment.startsAtMs - twin.startsAtMs);
    const where = `segment ${segment.mediaSequence} here and in ${other.rendition}`;
    if (offMs > SAME_SEGMENT_MS) {
      const elsewhere = atDate(other.list, segment.startsAtMs);
      if (!elsewhere) continue;
      report(
        "media-sequences-differ",
        `what begins at ${new Date(segment.startsAtMs).toISOString()} is ${segment.mediaSequence} here and ${elsewhere.mediaSequence} in ${other.rendition}`,
      );
      compareDiscontinuity(segment, elsewhere, other, report);
      continue;
    }
    if (offMs > SAME_DATE_MS) report("dates-differ", `${where}: ${Math.round(offMs)} ms apart`);
    compareDiscontinuity(segment, twin, other, report);
  }
}

function atDate(list: MediaList, atMs: number): ListedSegment | undefined {
  return list.segments.find(
    (segment) => segment.startsAtMs !== null && Math.abs(segment.startsAtMs - atMs) <= SAME_SEGMENT_MS,
  );
}

function compareDiscontinuity(segment: ListedSegment, twin: ListedSegment, other: FetchedList, report: Report): void {
  if (segment.discontinuitySequence === twin.discontinuitySequence) return;
  report(
    "discontinuity-numbers-differ",
    `segment ${segment.mediaSequence} has ${segment.discontinuitySequence} here and ${twin.discontinuitySequence} in ${other.rendition}`,
  );
}

/** Renditions end together, but for one segment and for the time between the two fetches. */
function compareEnds(one: FetchedList, other: FetchedList, report: Report): void {
  const [here, there] = [endOf(one.list), endOf(other.list)];
  if (here === null || there === null || one.list.targetDuration === null) return;
  const apartMs = Math.max(one.receivedAtMs, other.receivedAtMs) - Math.min(one.sentAtMs, other.sentAtMs);
  const allowedMs = one.list.targetDuration * 1000 + apartMs + SAME_SEGMENT_MS;
  if (there - here > allowedMs)
    report("rendition-behind", `ends ${((there - here) / 1000).toFixed(1)} s before ${other.rendition}`);
}
