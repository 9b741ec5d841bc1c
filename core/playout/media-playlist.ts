import { TARGET_DURATION_SECONDS } from "../transcode/profile";
import type { MediaWindow } from "./media-window";
import { carriedTags, dateTime, programmeTags } from "./programme-tags";
import { mapLines, segmentLines } from "./segment-lines";
import { RUNGS } from "./segment-table";

/** What a channel's files are: four variants and one audio, whatever is on air. */
export const RENDITIONS = [...RUNGS, "audio"] as const;
/** Its media playlists: one for each of those, and the captions beside them. */
export const PLAYLISTS = [...RENDITIONS, "captions"] as const;
export type Rendition = (typeof PLAYLISTS)[number];

/** A channel goes on for ever; a programme that can be watched from its start grows until it is over. */
export type PlaylistKind = "channel" | "growing" | "over";

/**
 * The HLS media playlist of one rendition of a channel. Same window, same bytes. Every segment is dated, so that
 * dropping the head changes nothing else (8216bis 6.2.1 allows appending and dropping only).
 */
export function mediaPlaylist(window: MediaWindow, rendition: Rendition, kind: PlaylistKind = "channel"): string {
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${TARGET_DURATION_SECONDS}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.mediaSequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`,
    ...(kind === "channel" ? [] : ["#EXT-X-PLAYLIST-TYPE:EVENT"]),
    "#EXT-X-INDEPENDENT-SEGMENTS",
  ];
  if (window.segments[0]) lines.push(...carriedTags(window.segments[0]));
  let before = window.before;
  for (const [position, segment] of window.segments.entries()) {
    if (segment.opens) lines.push("#EXT-X-DISCONTINUITY");
    if (segment.opens || position === 0) lines.push(...mapLines(segment, rendition));
    lines.push(...programmeTags(segment, before));
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${dateTime(segment.startsAtUs)}`, ...segmentLines(segment, rendition));
    before = segment.airing;
  }
  if (kind === "over") lines.push("#EXT-X-ENDLIST");
  return `${lines.join("\n")}\n`;
}
