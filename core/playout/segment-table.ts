import type { ExternalSegments } from "./external-segments";

/** Names of the ladder's rungs, best first; each is a folder of an encoding, beside `audio`. */
export const RUNGS = ["1080p", "720p", "480p", "360p"] as const;
export type Rung = (typeof RUNGS)[number];

/** Durations of the segments of one track, in ticks of its timescale (ticks per second). */
export interface TrackTable {
  timescale: number;
  ticks: readonly number[];
}

/**
 * What playout knows of an encoding: where its files are and how long each segment is. All video renditions
 * share one table, and audio has as many segments as video. File `n` of a rendition is
 * `<baseUrl><rendition>/<n, five digits from 00000>.m4s`, its init segment `<baseUrl><rendition>/init.mp4`.
 */
export interface SegmentTable {
  /** Encoding id, or `slate`. */
  id: string;
  /** Path or URL of the encoding's folder, ending with `/`. */
  baseUrl: string;
  video: TrackTable;
  audio: TrackTable;
  /** Rungs that exist, best first. */
  rungs: readonly Rung[];
  /** Where the segments of a linked manifest lie; absent for our own files. */
  external?: ExternalSegments;
}
