import { Parser } from "m3u8-parser";
import type { ExternalTrack } from "./external-segments";

/** A media playlist of a linked manifest: where its segments lie and how long each is said to last. */
export interface ReadTrack {
  track: ExternalTrack;
  seconds: number[];
  isIndependent: boolean;
}

/** Why a playlist cannot be part of a channel: a sentence for the creator. */
export class NotLinear extends Error {
  override readonly name = "NotLinear";
}

/** Segments in one file cost no more than in many; a film of four hours has 3,600 of them. */
const MAX_SEGMENTS = 20_000;

/**
 * Reads a media playlist of CMAF segments.
 * @param url where it came from, against which its addresses are read
 * @throws NotLinear
 */
export function readExternalTrack(text: string, url: string): ReadTrack {
  const parser = new Parser({ uri: url });
  parser.push(text);
  parser.end();
  const { segments, endList, independentSegments, discontinuityStarts } = parser.manifest;
  const maps = new Set(segments.map(({ map }) => JSON.stringify(map ?? null)));
  const [first] = segments;
  if (!first || !endList) throw new NotLinear("It is live, and has no end.");
  if (segments.length > MAX_SEGMENTS) throw new NotLinear("It has too many segments.");
  if (!first.map) throw new NotLinear("Its segments are MPEG-TS; a channel needs fragmented MP4 (CMAF).");
  if (maps.size > 1 || discontinuityStarts.length > 0) throw new NotLinear("It is put together of several files.");
  if (segments.some(({ key }) => key && key.method !== "NONE")) throw new NotLinear("It is encrypted.");
  const ranges = segments.map(({ byterange }) => byterange && rangeOf(byterange));
  const mapRange = first.map.byterange && rangeOf(first.map.byterange);
  return {
    track: {
      map: { url: new URL(first.map.uri, url).href, ...(mapRange && { range: mapRange }) },
      urls: segments.map(({ uri }) => new URL(uri, url).href),
      ...(ranges.every((range) => range !== undefined) && { ranges: ranges as string[] }),
    },
    seconds: segments.map(({ duration }) => duration),
    isIndependent: independentSegments === true,
  };
}

function rangeOf({ length, offset }: { length: number; offset: number }): string {
  return `${length}@${offset}`;
}
