import type { Rung, TrackTable } from "./segment-table";

/** One rendition of an encoding as it was measured; bit rates in bits per second. */
export interface VodRendition {
  averageBitrate: number;
  peakBitrate: number;
  /** RFC 6381. */
  codecs: string;
}

export interface VodVideoRendition extends VodRendition {
  name: Rung;
  width: number;
  height: number;
}

/** A caption track beside an encoding. */
export interface VodCaption {
  /** BCP 47. */
  language: string;
  label: string;
  isDefault: boolean;
  /** Address of its playlist. */
  uri: string;
}

/** An encoding as on-demand playback needs it. */
export interface VodEncoding {
  /** Exact fraction, `30000/1001`. */
  frameRate: string;
  videoTable: TrackTable;
  audioTable: TrackTable;
  /** Best first. */
  videos: readonly VodVideoRendition[];
  audio: VodRendition;
  captions?: readonly VodCaption[];
}

/** Length of a track in seconds. */
export function trackSeconds(table: TrackTable): number {
  return table.ticks.reduce((sum, ticks) => sum + ticks, 0) / table.timescale;
}
