/** How bad it is: an `error` breaks a MUST, and some player fails; `advice` costs viewers on some player or network. */
export type Severity = "error" | "advice";

interface Rule {
  /** Where it is written. "Lineup §n" is the list in docs/stream-check.md. */
  clause: string;
  severity: Severity;
  says: string;
}

const error = (clause: string, says: string): Rule => ({ clause, severity: "error", says });
const advice = (clause: string, says: string): Rule => ({ clause, severity: "advice", says });

/** Everything that the checker knows to complain about. */
export const RULES = {
  // How a playlist is written
  "not-utf8": error("RFC 8216 §4.1", "the playlist is not UTF-8"),
  "byte-order-mark": error("RFC 8216 §4.1", "the playlist begins with a byte order mark"),
  "control-character": error("RFC 8216 §4.1", "the playlist holds a control character"),
  "stray-space": error("RFC 8216 §4.1", "a line begins or ends with white space"),
  "no-header": error("RFC 8216 §4.3.1.1", "the first line is not #EXTM3U"),
  "malformed-attributes": error("RFC 8216 §4.2", "an attribute list cannot be read"),
  "malformed-value": error("RFC 8216 §4.2", "a value has the wrong form"),
  "repeated-tag": error("RFC 8216 §4.3.3", "a tag that may stand once stands twice"),
  "mixed-playlist": error("RFC 8216 §4.1", "tags of master and media playlists are mixed"),
  "version-too-low": error("RFC 8216 §7", "the playlist uses what its version does not have"),
  // What a media playlist must hold
  "no-target-duration": error("RFC 8216 §4.3.3.1", "EXT-X-TARGETDURATION is missing"),
  "target-duration-exceeded": error("RFC 8216 §4.3.3.1", "a segment is longer than EXT-X-TARGETDURATION"),
  "no-extinf": error("RFC 8216 §4.3.2.1", "a segment has no EXTINF"),
  "extinf-imprecise": advice("RFC 8216 §4.3.2.1", "EXTINF is rounded, so that errors add up"),
  "media-sequence-late": error("RFC 8216 §4.3.3.2", "EXT-X-MEDIA-SEQUENCE stands after a segment"),
  "discontinuity-sequence-late": error(
    "RFC 8216 §4.3.3.3",
    "EXT-X-DISCONTINUITY-SEQUENCE stands after a segment or a discontinuity",
  ),
  "no-discontinuity-sequence": advice("Lineup §2", "there are discontinuities and no EXT-X-DISCONTINUITY-SEQUENCE"),
  "no-init-segment": error("RFC 8216 §3.3", "an fMP4 segment has no EXT-X-MAP"),
  "no-fresh-map": advice("Lineup §6", "a discontinuity is not followed by an EXT-X-MAP of its own"),
  "no-discontinuity": error("RFC 8216 §4.3.2.3", "other content begins without an EXT-X-DISCONTINUITY"),
  "no-date": advice("Lineup §7", "EXT-X-PROGRAM-DATE-TIME is missing where a viewer may begin"),
  "date-jumps": error("Lineup §7", "EXT-X-PROGRAM-DATE-TIME does not follow from the one before"),
  "window-too-short": error("RFC 8216 §6.2.2", "the playlist is shorter than three target durations"),
  "window-below-a-minute": advice("Lineup §8", "the playlist holds less than 60 s or 10 segments"),
  "playlist-type": error("RFC 8216 §4.3.3.5", "a live playlist has an EXT-X-PLAYLIST-TYPE"),
  ended: error("RFC 8216 §4.3.3.4", "a live playlist has an EXT-X-ENDLIST"),
  "nothing-listed": error("RFC 8216 §6.2.2", "the playlist lists no segment"),
  // How it may change
  "media-sequence-went-back": error("RFC 8216 §6.2.2", "media sequence went back"),
  "media-sequence-miscounted": error("RFC 8216 §6.2.2", "media sequence did not grow by one per removed segment"),
  "discontinuity-sequence-went-back": error("RFC 8216 §6.2.2", "discontinuity sequence went back"),
  "discontinuity-sequence-miscounted": error(
    "RFC 8216 §6.2.2",
    "discontinuity sequence did not grow by one per removed EXT-X-DISCONTINUITY",
  ),
  "segment-changed": error("RFC 8216 §6.2.1", "a listed segment was changed"),
  "segment-withdrawn": error("RFC 8216 §6.2.1", "a listed segment vanished from the end"),
  "header-changed": error("RFC 8216 §6.2.1", "the head of the playlist was changed"),
  "date-changed": error("RFC 8216 §6.2.1", "the EXT-X-PROGRAM-DATE-TIME of a segment was changed"),
  "older-playlist": error("Lineup §11", "an older playlist came after a newer one"),
  stalled: error("RFC 8216 §6.2.1", "no new segment for more than 1.5 target durations"),
  "live-edge-late": advice("Lineup §9", "the newest segment is old"),
  "live-edge-early": advice("Lineup §9", "a segment is listed before it is over"),
  unavailable: error("Lineup §14", "a playlist that was there does not answer"),
  // How renditions fit each other
  "target-durations-differ": error("RFC 8216 §6.2.4", "renditions have different target durations"),
  "dates-in-some": error("RFC 8216 §6.2.4", "some renditions have dates and some have none"),
  "dates-differ": error("RFC 8216 §6.2.4", "the same segment has different dates in two renditions"),
  "discontinuity-numbers-differ": error(
    "RFC 8216bis §6.2.4",
    "the same content has different discontinuity numbers in two renditions",
  ),
  "media-sequences-differ": advice("Lineup §4", "renditions number their segments differently"),
  "rendition-behind": error("RFC 8216 §6.2.4", "a rendition ends more than a target duration before another"),
  // The master playlist
  "no-variant": error("RFC 8216 §4.3.4.2", "the master playlist lists no variant"),
  "no-bandwidth": error("RFC 8216 §4.3.4.2", "a variant has no BANDWIDTH"),
  "attribute-missing": error("RFC 8216 §4.3.4", "a required attribute is missing"),
  "attribute-advised": advice("Lineup §15", "CODECS, RESOLUTION, FRAME-RATE or AVERAGE-BANDWIDTH is missing"),
  "group-missing": error("RFC 8216 §4.3.4.2", "a variant names a group that does not exist"),
  "names-repeat": error("RFC 8216 §4.3.4.1.1", "two renditions of a group have the same NAME"),
  "two-defaults": error("RFC 8216 §4.3.4.1.1", "two renditions of a group are the default"),
  "master-changed": advice("Lineup §15", "the master playlist changed while it was watched"),
  "bandwidth-exceeded": error("RFC 8216 §4.3.4.2", "a segment needs more than the variant's BANDWIDTH"),
  "codecs-not-covered": error("RFC 8216 §4.3.4.2", "a variant's CODECS do not cover what it plays"),
  // Date ranges, ad breaks
  "date-range-incomplete": error("RFC 8216 §4.3.2.7", "an EXT-X-DATERANGE has no ID or no START-DATE"),
  "date-range-times": error("RFC 8216 §4.3.2.7", "the times of an EXT-X-DATERANGE contradict each other"),
  "date-range-without-dates": error("RFC 8216 §4.3.2.7", "there is an EXT-X-DATERANGE and no EXT-X-PROGRAM-DATE-TIME"),
  "date-range-changed": error("RFC 8216 §4.3.2.7", "an EXT-X-DATERANGE says something else than before"),
  "scte35-malformed": error("RFC 8216 §4.3.2.7.1", "a SCTE-35 message cannot be read"),
  "cues-unpaired": error("Lineup §18", "CUE-OUT and CUE-IN do not alternate"),
  // How it is delivered
  "playlist-type-unknown": error("RFC 8216 §4", "the Content-Type is not that of a playlist"),
  "playlist-cached-long": advice("Lineup §16", "the playlist may be cached for longer than half a segment"),
  "playlist-uncompressed": advice("Lineup §16", "the playlist is not compressed"),
  "no-etag": advice("Lineup §16", "the playlist has no ETag, so that every poll carries it whole"),
  "no-cors": advice("Lineup §16", "players in web pages of other sites are not allowed to read it"),
  "segment-unavailable": error("RFC 8216bis §6.2.2", "a listed segment cannot be fetched"),
  "init-unavailable": error("RFC 8216 §4.3.2.5", "the init segment cannot be fetched"),
  "segment-content-type": advice("Lineup §16", "a segment has the wrong Content-Type"),
  "segment-cached-short": advice("Lineup §16", "a segment may not be cached for a year"),
  // What the segments hold
  "init-unreadable": error("RFC 8216 §3.3", "the init segment is none"),
  "segment-unreadable": error("RFC 8216 §3", "a segment is not in the form that its playlist promises"),
  "extinf-wrong": error("RFC 8216 §4.3.2.1", "EXTINF is not the length of the segment"),
  "timestamps-jump": error("RFC 8216 §4.3.2.3", "time stamps jump without an EXT-X-DISCONTINUITY"),
  "captions-header": error("RFC 8216 §3.5", "a caption segment does not begin with WEBVTT"),
  "captions-unmapped": advice("RFC 8216 §3.5", "a caption segment has no X-TIMESTAMP-MAP"),
  "cue-malformed": error("RFC 8216 §3.5", "the times of a cue cannot be read"),
  "cue-elsewhere": error("RFC 8216 §3.5", "a cue lies outside the segment that carries it"),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
