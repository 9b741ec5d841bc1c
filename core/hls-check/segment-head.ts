import { type Box, boxesIn, findBox, readInitSegment, readMediaSegment } from "../transcode/mp4-boxes";

export interface InitFacts {
  /** Ticks per second of the first track. */
  timescale: number;
  /** RFC 6381 name, where it is one that we know. */
  codec: string | null;
}

/** What an init segment says of its track; null when it is none. */
export function readInit(bytes: Uint8Array): InitFacts | null {
  try {
    const header = findBox(bytes, "moov", "trak", "mdia", "mdhd");
    if (!header) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const timescale = view.getUint32(header.content + (view.getUint8(header.content) === 1 ? 20 : 12));
    return timescale > 0 ? { timescale, codec: codecOf(bytes) } : null;
  } catch {
    return null;
  }
}

function codecOf(bytes: Uint8Array): string | null {
  try {
    return readInitSegment(bytes).codecs;
  } catch {
    return null; // a codec outside of our own profile
  }
}

export interface SegmentTimes {
  startTicks: number;
  /** Null where the beginning of the file does not tell, or where samples take their length from the init segment. */
  ticks: number | null;
}

/**
 * Times of an fMP4 segment from its beginning: the boxes up to the first `moof`, which may be all that was fetched.
 * "unreadable" when it does not begin like a segment; null when it says nothing about one single track.
 */
export function readSegmentHead(bytes: Uint8Array, totalBytes: number | null): SegmentTimes | "unreadable" | null {
  const boxes = headBoxes(bytes);
  const moof = boxes.find((box) => box.type === "moof");
  if (!moof) return boxes.length === 0 || bytes.byteLength === totalBytes ? "unreadable" : null;
  if (moof.end > bytes.byteLength) return null;
  try {
    const tracks = boxesIn(bytes, moof.content, moof.end).filter((box) => box.type === "traf");
    if (tracks.length !== 1) return null;
    const { startTicks, ticks } = readMediaSegment(bytes.subarray(moof.start, moof.end));
    const data = boxes.find((box) => box.type === "mdat" && box.start >= moof.end);
    const isWhole = data !== undefined && totalBytes !== null && data.end >= totalBytes;
    return { startTicks, ticks: isWhole && ticks > 0 ? ticks : null };
  } catch {
    return "unreadable";
  }
}

/** Top-level boxes of a file of which only the beginning is there; the last may reach beyond it. */
function headBoxes(bytes: Uint8Array): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let start = 0; start + 8 <= bytes.byteLength; ) {
    const size = view.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (size < 8 || !/^[\w ]{4}$/.test(type)) break;
    boxes.push({ type, start, content: start + 8, end: start + size });
    start += size;
  }
  return boxes;
}

/** Whether a codec is covered by a list of what a variant promises; only H.264 is compared by profile and level. */
export function isCovered(codec: string, promised: readonly string[]): boolean {
  const actual = avc(codec);
  if (!actual) return true;
  return promised.some((each) => {
    const named = avc(each.trim());
    return named !== null && actual.profile <= named.profile && actual.level <= named.level;
  });
}

/** Profiles from the simplest on: baseline, main, high. */
const PROFILES = [0x42, 0x4d, 0x64];

function avc(codec: string): { profile: number; level: number } | null {
  const [, profile, level] = /^avc[13]\.([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})$/i.exec(codec) ?? [];
  if (profile === undefined || level === undefined) return null;
  return { profile: PROFILES.indexOf(Number.parseInt(profile, 16)), level: Number.parseInt(level, 16) };
}
