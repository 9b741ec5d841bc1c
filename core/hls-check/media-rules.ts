import type { Report } from "./finding";
import { type ListedSegment, lengthSeconds, type MediaList } from "./media-list";

/** A date may be off by the frame that audio and video of an item differ, and by rounding to the millisecond. */
const DATE_TOLERANCE_MS = 100;
const MIN_WINDOW_SECONDS = 60;
const MIN_WINDOW_SEGMENTS = 10;
/** Lowest version that has a tag or form (RFC 8216 §7). */
const DECIMALS_SINCE = 3;
const MAP_SINCE = 6;

/** What one live media playlist must hold by itself. `carries` is what its segments are. */
export function checkMediaList(list: MediaList, carries: "media" | "captions", report: Report): void {
  const { segments, header, targetDuration } = list;
  if (targetDuration === null) report("no-target-duration", "no such tag");
  if (header.has("EXT-X-ENDLIST")) report("ended", "EXT-X-ENDLIST");
  if (header.has("EXT-X-PLAYLIST-TYPE")) report("playlist-type", header.get("EXT-X-PLAYLIST-TYPE") ?? "");
  if (segments.length === 0) report("nothing-listed", "no segment");
  checkVersion(list, report);
  if (!list.hasDiscontinuitySequence && segments.some((segment) => segment.discontinuities > 0))
    report("no-discontinuity-sequence", "no such tag");
  if (segments.length > 0) checkLength(list, report);
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    checkDuration(segment, targetDuration, report);
    if (carries === "media") checkMap(segment, before, report);
    checkDate(segment, before, report);
  }
}

function checkVersion(list: MediaList, report: Report): void {
  const decimals = list.segments.some((segment) => segment.extinf.includes("."));
  const maps = list.segments.some((segment) => segment.map !== null);
  const needed = maps ? MAP_SINCE : decimals ? DECIMALS_SINCE : 1;
  if (list.version < needed) report("version-too-low", `version ${list.version}, needed ${needed}`);
}

function checkLength(list: MediaList, report: Report): void {
  if (list.header.has("EXT-X-ENDLIST")) return;
  const seconds = lengthSeconds(list);
  const said = `${seconds.toFixed(3)} s in ${list.segments.length} segments`;
  if (list.targetDuration !== null && seconds < 3 * list.targetDuration) report("window-too-short", said);
  if (seconds < MIN_WINDOW_SECONDS - 0.05 || list.segments.length < MIN_WINDOW_SEGMENTS)
    report("window-below-a-minute", said);
}

function checkDuration(segment: ListedSegment, targetDuration: number | null, report: Report): void {
  const where = `segment ${segment.mediaSequence}, line ${segment.line}`;
  if (targetDuration !== null && Math.round(segment.seconds) > targetDuration)
    report("target-duration-exceeded", `${where}: ${segment.extinf} s, target ${targetDuration} s`);
  // A whole number of seconds can be exact; one or two decimals never are with common frame rates.
  if (/\.\d{1,2}$/.test(segment.extinf)) report("extinf-imprecise", `${where}: ${segment.extinf}`);
}

function checkMap(segment: ListedSegment, before: ListedSegment | undefined, report: Report): void {
  const where = `segment ${segment.mediaSequence}, line ${segment.line}`;
  if (segment.map === null && /\.(m4s|mp4|m4v|m4a|cmf[va])(\?|$)/.test(segment.address))
    report("no-init-segment", `${where}: ${segment.address}`);
  if (!before) return;
  if (segment.discontinuities > 0) {
    if (segment.map !== null && !segment.hasOwnMap) report("no-fresh-map", where);
    return;
  }
  if (segment.map !== before.map) report("no-discontinuity", `${where}: the init segment is another`);
  else if (beginsAgain(segment, before))
    report("no-discontinuity", `${where}: ${segment.address} follows ${before.address}`);
}

/** Files that are counted within a folder, such as `00007.m4s`: one that is not higher than the last is a new start. */
function beginsAgain(segment: ListedSegment, before: ListedSegment): boolean {
  const number = (address: string) => /^(?:(.*)\/)?(\d{3,})\.\w+$/.exec(address.split("?")[0] as string);
  const [now, then] = [number(segment.address), number(before.address)];
  if (!now || !then || segment.byteRange !== null) return false;
  return now[1] === then[1] && Number(now[2]) <= Number(then[2]);
}

function checkDate(segment: ListedSegment, before: ListedSegment | undefined, report: Report): void {
  const where = `segment ${segment.mediaSequence}, line ${segment.line}`;
  if (segment.dateMs === null) {
    if (!before || segment.discontinuities > 0) report("no-date", where);
    return;
  }
  if (before?.startsAtMs == null) return;
  const offMs = segment.dateMs - (before.startsAtMs + before.seconds * 1000);
  if (Math.abs(offMs) > DATE_TOLERANCE_MS) report("date-jumps", `${where}: off by ${Math.round(offMs)} ms`);
}
