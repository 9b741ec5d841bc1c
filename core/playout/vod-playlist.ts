import { TARGET_DURATION_SECONDS } from "../transcode/profile";
import type { TrackTable } from "./segment-table";

/**
 * The whole of one rendition as a VOD playlist (RFC 8216 §4.3.3.5), with addresses relative to the rendition's
 * folder. EXTINF is the measured duration.
 */
export function vodPlaylist(table: TrackTable): string {
  return playlist(table, "m4s", ['#EXT-X-MAP:URI="init.mp4"\n']);
}

/** The captions of a whole item, cut as its pictures are; addresses are relative to the folder of the segments. */
export function vodCaptionPlaylist(video: TrackTable): string {
  return playlist(video, "vtt", []);
}

function playlist(table: TrackTable, ending: string, map: readonly string[]): string {
  const segments = table.ticks.map(
    (ticks, index) => `#EXTINF:${(ticks / table.timescale).toFixed(6)},\n${String(index).padStart(5, "0")}.${ending}\n`,
  );
  return [
    "#EXTM3U\n",
    "#EXT-X-VERSION:7\n",
    `#EXT-X-TARGETDURATION:${TARGET_DURATION_SECONDS}\n`,
    "#EXT-X-MEDIA-SEQUENCE:0\n",
    "#EXT-X-PLAYLIST-TYPE:VOD\n",
    "#EXT-X-INDEPENDENT-SEGMENTS\n",
    ...map,
    ...segments,
    "#EXT-X-ENDLIST\n",
  ].join("");
}
