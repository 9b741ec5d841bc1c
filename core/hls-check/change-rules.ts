import type { Report } from "./finding";
import type { ListedSegment, MediaList } from "./media-list";

/** Segments to which two playlists are held against each other, to find how many were really removed. */
const MAX_SHIFT = 30;
/** Playlists that are recognised when they come again. */
const REMEMBERED = 200;

/**
 * What one playlist may do between two fetches (RFC 8216 §6.2.1, §6.2.2): append, drop from the head, and raise the
 * two counters by what was dropped. Remembers every playlist that it was shown.
 */
export class ChangeRules {
  private newest: MediaList | null = null;
  private readonly seen = new Set<string>();

  /** Holds a playlist that differs from the one before against it. */
  check(list: MediaList, report: Report): void {
    const before = this.newest;
    const wasSeen = this.seen.has(list.text);
    this.remember(list.text);
    if (before && isOlder(list, before)) {
      reportOlder(list, before, wasSeen, report);
      return;
    }
    this.newest = list;
    if (before) compare(before, list, report);
  }

  private remember(text: string): void {
    this.seen.add(text);
    const [oldest] = this.seen;
    if (this.seen.size > REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
  }
}

const lastSequence = (list: MediaList) => list.mediaSequence + list.segments.length - 1;

function isOlder(list: MediaList, before: MediaList): boolean {
  return list.mediaSequence < before.mediaSequence || lastSequence(list) < lastSequence(before);
}

function reportOlder(list: MediaList, before: MediaList, wasSeen: boolean, report: Report): void {
  const said = (each: MediaList) => `${each.mediaSequence}–${lastSequence(each)}`;
  const evidence = `segments ${said(list)} after ${said(before)}`;
  if (wasSeen) report("older-playlist", evidence);
  else if (list.mediaSequence < before.mediaSequence) report("media-sequence-went-back", evidence);
  else report("segment-withdrawn", evidence);
}

function compare(before: MediaList, list: MediaList, report: Report): void {
  compareHeaders(before, list, report);
  const drop = list.mediaSequence - before.mediaSequence;
  const kept = before.segments.slice(drop);
  const still = list.segments.slice(0, kept.length);
  const backwards = list.discontinuitySequence < before.discontinuitySequence;
  if (backwards)
    report(
      "discontinuity-sequence-went-back",
      `${list.discontinuitySequence} after ${before.discontinuitySequence}, media sequence ${list.mediaSequence}`,
    );
  if (kept.length === 0) return;
  if (!sameContent(kept, still)) {
    const shift = trueShift(before, list, drop);
    if (shift !== null)
      report("media-sequence-miscounted", `media sequence grew by ${drop}, and ${shift} segments were removed`);
    else reportChange(kept, still, report);
    return;
  }
  compareSegments(kept, still, backwards, report);
}

function compareHeaders(before: MediaList, list: MediaList, report: Report): void {
  for (const name of new Set([...before.header.keys(), ...list.header.keys()])) {
    if (name === "EXT-X-ENDLIST") continue;
    const [was, is] = [before.header.get(name), list.header.get(name)];
    if (was !== is) report("header-changed", `${name} was ${was ?? "absent"} and is ${is ?? "absent"}`);
  }
}

/** An address alone says little where an item loops; with its date it names a segment. */
const nameOf = (segment: ListedSegment) => `${segment.address} ${segment.byteRange ?? ""} ${segment.dateMs ?? ""}`;
const addressOf = (segment: ListedSegment) => `${segment.address} ${segment.byteRange ?? ""}`;

function sameContent(kept: readonly ListedSegment[], still: readonly ListedSegment[]): boolean {
  return kept.every((segment, index) => still[index] && addressOf(segment) === addressOf(still[index]));
}

/** How many segments were removed by what is listed, when that is not what the counter says; null when unclear. */
function trueShift(before: MediaList, list: MediaList, counted: number): number | null {
  for (let shift = 0; shift <= Math.min(MAX_SHIFT, before.segments.length - 2); shift++) {
    if (shift === counted) continue;
    const kept = before.segments.slice(shift);
    const fits = kept.every((segment, index) => {
      const now = list.segments[index];
      return now !== undefined && nameOf(now) === nameOf(segment);
    });
    if (fits) return shift;
  }
  return null;
}

function reportChange(kept: readonly ListedSegment[], still: readonly ListedSegment[], report: Report): void {
  const at = kept.findIndex((segment, index) => !still[index] || addressOf(segment) !== addressOf(still[index]));
  const [was, is] = [kept[at] as ListedSegment, still[at]];
  report("segment-changed", `segment ${was.mediaSequence} was ${was.address} and is ${is?.address ?? "gone"}`);
}

function compareSegments(
  kept: readonly ListedSegment[],
  still: readonly ListedSegment[],
  backwards: boolean,
  report: Report,
): void {
  for (const [index, was] of kept.entries()) {
    const is = still[index] as ListedSegment;
    const where = `segment ${was.mediaSequence}`;
    const change = (what: string, a: unknown, b: unknown) =>
      report("segment-changed", `${where}: ${what} was ${a} and is ${b}`);
    if (was.seconds !== is.seconds) change("EXTINF", was.extinf, is.extinf);
    if (was.map !== is.map) change("EXT-X-MAP", was.map, is.map);
    if (index > 0 && was.discontinuities !== is.discontinuities)
      change("the number of EXT-X-DISCONTINUITY", was.discontinuities, is.discontinuities);
    else if (was.discontinuitySequence !== is.discontinuitySequence && !backwards) {
      report(
        "discontinuity-sequence-miscounted",
        `${where} had number ${was.discontinuitySequence} and has ${is.discontinuitySequence}`,
      );
    }
    if (was.startsAtMs !== null && is.startsAtMs !== null && Math.abs(was.startsAtMs - is.startsAtMs) > 1)
      report("date-changed", `${where}: ${instant(was.startsAtMs)} became ${instant(is.startsAtMs)}`);
  }
}

const instant = (atMs: number) => new Date(atMs).toISOString();
