import { type Cue, webVtt } from "../content/captions";
import type { TrackTable } from "./segment-table";
import { stretchUs } from "./track-time";

/**
 * Maps the time of cues to the time of the files: both begin at zero with the item, whose media the encoder starts
 * at a decoding time of zero (RFC 8216 §3.5). It is said of the tenth second, since hls.js takes MPEGTS:0 for "not
 * known" and then counts from the discontinuity, which is wrong for an item that is joined in the middle.
 */
const TIMESTAMP_MAP = "X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:10.000";

/** A segment of captions without any. */
export const EMPTY_CAPTION_SEGMENT = captionText([]);

/**
 * The captions of one segment of an item. A cue that goes on over the boundary of two segments is in both, cut at
 * the boundary: an item may be joined or left at any of them, and nothing of it may show outside.
 * @param cues in order of time, in milliseconds into the item
 * @returns null when the item has no such segment
 */
export function captionSegment(cues: readonly Cue[], video: TrackTable, index: number): string | null {
  if (index >= video.ticks.length) return null;
  const fromMs = Math.round(stretchUs(video, 0, index) / 1000);
  const toMs = Math.round(stretchUs(video, 0, index + 1) / 1000);
  return captionText(
    cues
      .filter((cue) => cue.startMs < toMs && cue.endMs > fromMs)
      .map((cue) => ({ ...cue, startMs: Math.max(cue.startMs, fromMs), endMs: Math.min(cue.endMs, toMs) })),
  );
}

/** Cues as a WebVTT file with the map of its time. */
function captionText(cues: readonly Cue[]): string {
  return webVtt(cues).replace("WEBVTT\n", `WEBVTT\n${TIMESTAMP_MAP}\n`);
}
