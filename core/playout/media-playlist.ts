import { TARGET_DURATION_SECONDS } from "../transcode/profile";
import type { MediaWindow } from "./media-window";
import { RUNGS, type Rung, type SegmentTable } from "./segment-table";

/** What a channel offers: four variants and one audio, whatever is on air. */
export const RENDITIONS = [...RUNGS, "audio"] as const;
export type Rendition = (typeof RENDITIONS)[number];

/**
 * The HLS media playlist of one rendition of a channel. Same window, same bytes. Every segment is dated, so that
 * dropping the head changes nothing else (8216bis 6.2.1 allows appending and dropping only).
 */
export function mediaPlaylist(window: MediaWindow, rendition: Rendition): string {
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${TARGET_DURATION_SECONDS}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.mediaSequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`,
    "#EXT-X-INDEPENDENT-SEGMENTS",
  ];
  let folder = "";
  for (const [position, segment] of window.segments.entries()) {
    if (segment.opens) lines.push("#EXT-X-DISCONTINUITY");
    if (segment.opens || position === 0) {
      folder = `${segment.table.baseUrl}${folderOf(segment.table, rendition)}`;
      lines.push(`#EXT-X-MAP:URI="${folder}/init.mp4"`);
    }
    lines.push(
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(Math.floor(segment.startsAtUs / 1000)).toISOString()}`,
      `#EXTINF:${segmentSeconds(segment.table, rendition, segment.index)},`,
      `${folder}/${String(segment.index).padStart(5, "0")}.m4s`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Measured length of a segment, with the six decimals of EXTINF. */
function segmentSeconds(table: SegmentTable, rendition: Rendition, index: number): string {
  const track = rendition === "audio" ? table.audio : table.video;
  return ((track.ticks[index] ?? 0) / track.timescale).toFixed(6);
}

/** Folder of the rendition that an item lends to a variant: its own, else its best lower one, else its lowest. */
export function folderOf(table: SegmentTable, rendition: Rendition): string {
  if (rendition === "audio") return "audio";
  const wanted = RUNGS.indexOf(rendition);
  return table.rungs.find((rung: Rung) => RUNGS.indexOf(rung) >= wanted) ?? table.rungs.at(-1) ?? rendition;
}
