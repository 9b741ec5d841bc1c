/** A media playlist as a player reads it: every segment with its numbers (RFC 8216 §6.3). */
export interface ReadPlaylist {
  header: Map<string, string>;
  mediaSequence: number;
  discontinuitySequence: number;
  segments: ReadSegment[];
}

export interface ReadSegment {
  mediaSequence: number;
  discontinuitySequence: number;
  uri: string;
  map: string | null;
  seconds: number;
  extinf: string;
  /** Tag of the segment itself, in ms since the epoch; null without one. */
  dateMs: number | null;
  discontinuity: boolean;
  hasOwnMap: boolean;
}

export function readPlaylist(text: string): ReadPlaylist {
  const header = new Map<string, string>();
  const segments: ReadSegment[] = [];
  let map: string | null = null;
  let pending = { extinf: "", dateMs: null as number | null, discontinuity: false, hasOwnMap: false };
  for (const line of text.split("\n")) {
    const [, name, value = ""] = /^#([A-Z0-9-]+)(?::(.*))?$/.exec(line) ?? [];
    if (name === "EXTINF") pending.extinf = value.replace(/,$/, "");
    else if (name === "EXT-X-PROGRAM-DATE-TIME") pending.dateMs = Date.parse(value);
    else if (name === "EXT-X-DISCONTINUITY") pending.discontinuity = true;
    else if (name === "EXT-X-MAP") {
      map = /URI="([^"]+)"/.exec(value)?.[1] ?? null;
      pending.hasOwnMap = true;
    } else if (name) header.set(name, value);
    else if (line !== "") {
      const previous = segments.at(-1);
      const before =
        previous?.discontinuitySequence ?? Number(header.get("EXT-X-DISCONTINUITY-SEQUENCE") ?? Number.NaN);
      segments.push({
        ...pending,
        uri: line,
        map,
        seconds: Number(pending.extinf),
        mediaSequence: Number(header.get("EXT-X-MEDIA-SEQUENCE") ?? Number.NaN) + segments.length,
        discontinuitySequence: before + (pending.discontinuity ? 1 : 0),
      });
      pending = { extinf: "", dateMs: null, discontinuity: false, hasOwnMap: false };
    }
  }
  return {
    header,
    mediaSequence: Number(header.get("EXT-X-MEDIA-SEQUENCE") ?? Number.NaN),
    discontinuitySequence: Number(header.get("EXT-X-DISCONTINUITY-SEQUENCE") ?? Number.NaN),
    segments,
  };
}
