import type { RuleId } from "../rules";

/** The list of docs/stream-check.md: what every channel promises, and the rules that hold a stream to it. */
export const CHECKLIST: { number: number; promise: string; rules: RuleId[] }[] = [
  {
    number: 1,
    promise: "RFC 8216 §6.2.2: MEDIA-SEQUENCE grows by one per removed segment and never goes back",
    rules: ["media-sequence-went-back", "media-sequence-miscounted", "media-sequence-late"],
  },
  {
    number: 2,
    promise: "RFC 8216 §4.3.3.3: DISCONTINUITY-SEQUENCE is there and grows only when a tag leaves the window",
    rules: [
      "no-discontinuity-sequence",
      "discontinuity-sequence-went-back",
      "discontinuity-sequence-miscounted",
      "discontinuity-sequence-late",
    ],
  },
  {
    number: 3,
    promise: "8216bis §6.2.4: the same content has the same discontinuity number in all renditions",
    rules: ["discontinuity-numbers-differ"],
  },
  { number: 4, promise: "media sequence numbers are aligned across renditions", rules: ["media-sequences-differ"] },
  {
    number: 5,
    promise: "8216bis §6.2.1: one TARGETDURATION, and no EXTINF rounds above it",
    rules: ["no-target-duration", "target-duration-exceeded", "target-durations-differ", "header-changed"],
  },
  {
    number: 6,
    promise: "RFC 8216 §4.3.2.3, §4.3.2.5: DISCONTINUITY and a fresh MAP at every change of item",
    rules: ["no-discontinuity", "no-fresh-map", "no-init-segment", "timestamps-jump"],
  },
  {
    number: 7,
    promise: "PROGRAM-DATE-TIME where a viewer may begin, continuous, equal across renditions",
    rules: ["no-date", "date-jumps", "date-changed", "dates-in-some", "dates-differ"],
  },
  {
    number: 8,
    promise: "8216bis §6.2.2: a window of 60 s and 10 segments at least",
    rules: ["window-too-short", "window-below-a-minute", "nothing-listed"],
  },
  {
    number: 9,
    promise: "RFC 8216 §6.2.1: a new segment every 1.5 target durations at least",
    rules: ["stalled", "live-edge-late", "live-edge-early", "rendition-behind"],
  },
  {
    number: 10,
    promise: "8216bis §6.2.1: playlists only append, drop from the head and raise the two counters",
    rules: ["segment-changed", "segment-withdrawn", "header-changed"],
  },
  { number: 11, promise: "no older playlist after a newer one", rules: ["older-playlist"] },
  {
    number: 12,
    promise: "8216bis §6.2.2: what is listed is stored",
    rules: ["segment-unavailable", "init-unavailable", "init-unreadable", "segment-unreadable"],
  },
  {
    number: 13,
    promise: "RFC 8216 §4.3.2.1: EXTINF is the measured duration",
    rules: ["no-extinf", "extinf-imprecise", "extinf-wrong"],
  },
  {
    number: 14,
    promise: "no PLAYLIST-TYPE and no ENDLIST while published",
    rules: ["playlist-type", "ended", "unavailable"],
  },
  {
    number: 15,
    promise: "RFC 8216 §4.3.4.2: the master playlist covers every item and never changes",
    rules: [
      "no-variant",
      "no-bandwidth",
      "attribute-missing",
      "attribute-advised",
      "group-missing",
      "names-repeat",
      "two-defaults",
      "master-changed",
      "bandwidth-exceeded",
      "codecs-not-covered",
    ],
  },
  {
    number: 16,
    promise: "RFC 8216 §4: type, UTF-8, gzip, ETag and caching",
    rules: [
      "playlist-type-unknown",
      "not-utf8",
      "byte-order-mark",
      "control-character",
      "stray-space",
      "no-header",
      "malformed-attributes",
      "malformed-value",
      "repeated-tag",
      "mixed-playlist",
      "version-too-low",
      "playlist-cached-long",
      "playlist-uncompressed",
      "no-etag",
      "no-cors",
      "segment-content-type",
      "segment-cached-short",
    ],
  },
  {
    number: 17,
    promise: "RFC 8216 §3.5: captions as WebVTT segments, timed per item",
    rules: ["captions-header", "captions-unmapped", "cue-malformed", "cue-elsewhere"],
  },
  {
    number: 18,
    promise: "RFC 8216 §4.3.2.7: DATERANGE per block, SCTE-35 and cues for breaks",
    rules: [
      "date-range-incomplete",
      "date-range-times",
      "date-range-without-dates",
      "date-range-changed",
      "scte35-malformed",
      "cues-unpaired",
    ],
  },
];
